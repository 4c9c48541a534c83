using LinkErrors.Flows;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Inspection;

/// <summary>What came of a search, as a developer reads it.</summary>
internal static class SearchWords
{
    public static string Describe(SearchNote note, SecretMask mask) => note.Reason switch
    {
        SearchReason.Answered => $"{note.Source} had the answer.",
        SearchReason.ClientUnknown when note.ClientId is { } id => $"no client '{mask.Text(id)}' is registered. Add it to LinkErrors:Clients, or to what your ILinkClientStore reads.",
        SearchReason.ClientUnknown => $"the request names no client_id, and no client has registered its redirect URI {mask.Uri(note.RedirectUri)}.",
        SearchReason.UriUnregistered when note.RedirectUri is null =>
            $"the request names no redirect_uri, and client '{mask.Text(note.Client!.ClientId)}' has {note.Client.RedirectUris.Count} registered ones, so that it must.",
        SearchReason.UriUnregistered when note.Refusal!.Rule == RedirectUriRefusal.Unregistered =>
            $"client '{mask.Text(note.Client!.ClientId)}' has not registered {mask.Uri(note.RedirectUri)} letter for letter (RFC 9700 section 2.1). {UriDifference.Describe(note.Client, note.RedirectUri)}",
        SearchReason.UriUnregistered => $"client '{mask.Text(note.Client!.ClientId)}' may not be sent to {mask.Uri(note.RedirectUri)}. Rule {note.Refusal!.Rule}: {mask.Text(note.Refusal.Explanation)}",
        SearchReason.StoreAnsweredAnother => $"{note.Source} answered with client '{mask.Text(note.Client!.ClientId)}', which is not the one that was asked for. It must compare letter for letter.",
        SearchReason.StateNotEchoable => $"the state of client '{mask.Text(note.Client!.ClientId)}' is too long or is no text, so that it cannot return as it came (RFC 6749 section 4.1.2.1).",
        SearchReason.StateRefused => $"the protected state cannot be trusted. {mask.Text(note.Detail)}",
        SearchReason.SourceFailed => $"{note.Source ?? "the state protector"} failed, so nobody knows who is linking, and no place is safe. {mask.Text(note.Detail)}",
        SearchReason.SourceTooSlow => $"{note.Source} had no answer within FlowTimeout, so nobody knows who is linking, and no place is safe. {mask.Text(note.Detail)}",
        _ => $"the form of the request cannot be read. {mask.Text(note.Detail)}",
    };

    /// <summary>Nothing was refused, and yet there is no target.</summary>
    public static string DescribeSilence(HttpRequest request, LinkFlow flow, IReadOnlyCollection<SearchNote> notes, SecretMask mask)
    {
        if (notes.FirstOrDefault(note => note.Reason == SearchReason.Answered) is { } answer)
        {
            return flow.ClientId is { } client ? $"{answer.Source} knows client '{mask.Text(client)}', but no target." : $"{answer.Source} answered that there is no flow: what it went by does not name one.";
        }

        RequestParameters parameters = new(request.QueryString);
        if (parameters.Contains(LinkParameter.Request) || parameters.Contains(LinkParameter.RequestUri))
        {
            return "the parameters are in a request object (RFC 9101), which only the application can read: it says what they are with SetLinkFlow.";
        }

        foreach (LinkParameter parameter in Enum.GetValues<LinkParameter>())
        {
            if (!parameters.TryGet(parameter, out _))
            {
                return $"the parameter {EncodedParameters.GetName(parameter)} is there more than once, so the request is ambiguous (RFC 6749 section 3.1).";
            }
        }

        return "nobody knows who is linking: the request has neither client_id nor redirect_uri, and no SetLinkFlow, protected state or ILinkFlowSource says it.";
    }
}
