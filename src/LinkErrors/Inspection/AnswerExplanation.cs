using System.Globalization;
using System.Text;
using LinkErrors.Diagnostics;
using LinkErrors.Flows;
using LinkErrors.Metadata;
using LinkErrors.Redirects;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Inspection;

/// <summary>Says step by step how an answer came about, by what the planner went by.</summary>
internal static class AnswerExplanation
{
    public static IReadOnlyList<InspectionStep> Of(LinkErrorPlan plan, IReadOnlyCollection<SearchNote> notes, SecretMask mask) =>
    [
        new("What went wrong", [.. DescribeError(plan, mask)]),
        new("At which endpoint", [.. DescribeEndpoint(plan.Occurrence, mask)]),
        new("Who is linking", [.. DescribeFlow(plan, notes, mask)]),
        new("Where the browser may go", [DescribeTarget(plan, mask)]),
        new("In which dialect", [DescribeDialect(plan, mask)]),
        new("How it is delivered", [DescribeDelivery(plan, mask)]),
        new("What was sent", []) { Lines = [.. DescribeResponse(plan, mask)] },
    ];

    /// <summary>Sentences about what was thrown; its text only where developers look anyway.</summary>
    public static IEnumerable<string> DescribeException(LinkError error, Exception? exception, bool withText, SecretMask mask)
    {
        if (exception is null)
        {
            yield return "It was returned, or it is what a status without a body means.";
        }
        else
        {
            yield return $"{exception.GetType().FullName} was thrown.";
            if (withText)
            {
                yield return $"Its text: {mask.Text(LogText.Describe(exception))}";
            }
        }

        yield return $"It is {error.Code}: {mask.Text(error.Message)}";
    }

    private static IEnumerable<string> DescribeError(LinkErrorPlan plan, SecretMask mask)
    {
        LinkErrorOccurrence occurrence = plan.Occurrence;
        foreach (string sentence in DescribeException(plan.Error, occurrence.Exception, occurrence.Settings.IncludeDebugDetails, mask))
        {
            yield return sentence;
        }

        if (occurrence.IsUnexpected)
        {
            yield return "Nobody has said what this exception means: map it, or throw a link exception.";
        }
    }

    private static IEnumerable<string> DescribeEndpoint(LinkErrorOccurrence occurrence, SecretMask mask)
    {
        LinkEndpoint endpoint = occurrence.Endpoint;
        yield return occurrence.HttpContext.GetEndpoint() is { } found ? $"{mask.Text(found.DisplayName)}." : "No endpoint was found for the path.";
        yield return endpoint.IsEnabled is null
            ? "It has no mark of link errors: only link exceptions are answered there."
            : $"Its kind is {endpoint.Kind}, its dialect {(endpoint.Dialect is { } dialect ? $"'{mask.Text(dialect)}'" : "left to the client and the settings")}.";
    }

    private static IEnumerable<string> DescribeFlow(LinkErrorPlan plan, IReadOnlyCollection<SearchNote> notes, SecretMask mask)
    {
        foreach (SearchNote note in notes)
        {
            string sentence = SearchWords.Describe(note, mask);
            yield return char.ToUpperInvariant(sentence[0]) + sentence[1..];
            if (note is { Reason: SearchReason.UriUnregistered, Client: { } client, RedirectUri: { } requested })
            {
                foreach (string uri in UriDifference.List(client, requested, mask))
                {
                    yield return uri;
                }
            }
        }

        LinkFlow flow = plan.Flow;
        yield return flow.ClientId is { } id
            ? $"Client '{mask.Text(id)}', target {mask.Uri(flow.Target?.Uri)}, response mode {flow.ResponseMode}, {(flow.State is null ? "without a state" : "with a state")}."
            : LinkErrorPlanner.UsesFlow(plan.Occurrence) ? "So there is no client and no target."
            : "Nobody was asked, since nothing of a flow would be used.";
    }

    private static string DescribeTarget(LinkErrorPlan plan, SecretMask mask)
    {
        LinkErrorOccurrence occurrence = plan.Occurrence;
        string otherwise = plan.Target is { Kind: not RedirectTargetKind.Client } other ? $" {mask.Uri(other.Uri)} of the settings stands in." : " Nowhere else is set (FallbackRedirectUri).";
        return plan.Flow.IsIndeterminate ? "The search was left, so no place is safe, not even FallbackRedirectUri."
            : plan.Flow.Target is null ? "No target is known." + otherwise
            : !plan.Error.Definition.MayRedirect ? $"{plan.Error.Code} puts the client or its redirect URI in doubt." + otherwise
            : occurrence.Settings.RedirectOnly?.Contains(plan.Error.Code) == false ? $"RedirectOnly does not name {plan.Error.Code}." + otherwise
            : $"To {mask.Uri(plan.Flow.Target.Uri)}: it is registered, and {plan.Error.Code} may be sent to a client.";
    }

    private static string DescribeDialect(LinkErrorPlan plan, SecretMask mask)
    {
        (string? ofEndpoint, string? ofClient) = (plan.Occurrence.Endpoint.Dialect, plan.Flow.Dialect);
        (string? name, string by) = ofEndpoint is not null ? (ofEndpoint, "the mark of the endpoint or of the request names it")
            : ofClient is not null ? (ofClient, $"client '{mask.Text(plan.Flow.ClientId)}' reads it")
            : (null, "LinkErrors:Dialect is set to it, and neither endpoint nor client names another");
        return name is null || name == plan.Dialect.Name
            ? $"{plan.Dialect.Name}: {by}."
            : $"{plan.Dialect.Name} of the settings: '{mask.Text(name)}' is named, and no dialect of that name is registered.";
    }

    private static string DescribeDelivery(LinkErrorPlan plan, SecretMask mask)
    {
        (HttpRequest request, LinkEndpointKind kind) = (plan.Occurrence.HttpContext.Request, plan.Occurrence.Endpoint.Kind);
        string reason = kind == LinkEndpointKind.Api ? "the endpoint is marked Api"
            : plan.Delivery is LinkErrorDelivery.Html or LinkErrorDelivery.Json
                ? plan.Target is null ? $"there is no target, and {Lower(CallerWords.DescribeAccept(request, mask))}" : CallerWords.Describe(request, mask)
            : $"{(kind == LinkEndpointKind.Interactive ? "the endpoint is marked Interactive" : CallerWords.Describe(request, mask))}{DescribeMode(plan)}";
        string special = plan.IsAhead ? " Sec-Purpose says that the browser only looks ahead: 400, and nothing else."
            : plan.Delivery is LinkErrorDelivery.Redirect or LinkErrorDelivery.FragmentRedirect && ClientPreferences.IsHtmx(request) ? " HX-Request: true asks for HX-Redirect in place of Location."
            : "";
        return $"{plan.Delivery}: {reason}.{special}";
    }

    private static string DescribeMode(LinkErrorPlan plan) =>
        plan.Target!.Kind == RedirectTargetKind.Client ? $", and the response mode of the flow is {plan.Flow.ResponseMode}" : "";

    private static IEnumerable<string> DescribeResponse(LinkErrorPlan plan, SecretMask mask)
    {
        HttpResponse response = plan.Occurrence.HttpContext.Response;
        yield return response.StatusCode.ToString(CultureInfo.InvariantCulture);
        foreach ((string name, StringValues values) in response.Headers)
        {
            foreach (string? value in values)
            {
                yield return mask.Header(name, value ?? "");
            }
        }

        if (plan.Delivery == LinkErrorDelivery.Json)
        {
            yield return mask.Text(DrawBody(plan));
        }
    }

    /// <summary>As the dialect writes it. What the endpoint or the host adds is theirs.</summary>
    private static string DrawBody(LinkErrorPlan plan)
    {
        using JsonBuffer body = JsonBuffer.Rent();
        plan.Dialect.WriteBody(plan.Error with { State = plan.Error.State is null ? null : SecretMask.Hidden }, plan.WriteContext with { DebugDetails = null }, body.Writer);
        return Encoding.UTF8.GetString(body.Written.Span);
    }

    private static string Lower(string sentence) => sentence.StartsWith("No ", StringComparison.Ordinal) ? "n" + sentence[1..] : sentence;
}
