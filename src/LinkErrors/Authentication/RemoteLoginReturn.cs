using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Authentication;

/// <summary>
/// A login that succeeded, on its way from the callback to where the link is made. The flow goes on in the address, protected, as it
/// went to the provider; with the properties it would stay in the session, where it tells of a link that is long done.
/// </summary>
internal static class RemoteLoginReturn
{
    private const string State = "state";

    /// <summary>With one of these an address says itself whose flow it is.</summary>
    private static readonly string[] FlowParameters = [State, "client_id", "redirect_uri"];

    /// <summary>Moves the flow from the properties to the address; one of another site gets none, and the properties keep it.</summary>
    public static void CarryFlow(TicketReceivedContext context)
    {
        string address = string.IsNullOrEmpty(context.ReturnUri) ? "/" : context.ReturnUri;
        if (context.Properties?.GetLinkFlow() is not { } flow || !IsOfThisSite(context.Request, address))
        {
            return;
        }

        if (!NamesFlow(address))
        {
            string state = context.HttpContext.RequestServices.GetRequiredService<ILinkStateProtector>().Protect(flow);
            context.ReturnUri = QueryHelpers.AddQueryString(address, State, state);
        }

        context.Properties.SetLinkFlow(null);
    }

    private static bool IsOfThisSite(HttpRequest request, string address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..]
        || address.StartsWith(UriHelper.BuildAbsolute(request.Scheme, request.Host), StringComparison.Ordinal);

    private static bool NamesFlow(string address)
    {
        int query = address.IndexOf('?', StringComparison.Ordinal);
        int fragment = address.IndexOf('#', StringComparison.Ordinal);
        return query >= 0 && (fragment < 0 || query < fragment)
            && QueryHelpers.ParseQuery(fragment < 0 ? address[query..] : address[query..fragment]).Keys.Any(name => FlowParameters.Contains(name, StringComparer.Ordinal));
    }
}
