using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace RemoteLogin;

/// <summary>The two ends of a link that is made with a login at the provider.</summary>
internal static class LinkEndpoints
{
    /// <summary>Sends the browser to the provider. Whatever fails from here on reaches the client that began, with its own state.</summary>
    public static IResult Start(string client_id, string? redirect_uri, string? state)
    {
        AuthenticationProperties properties = new() { RedirectUri = "/link/done" };
        properties.SetLinkFlow(new LinkFlowRequest { ClientId = client_id, RedirectUri = redirect_uri, State = state });
        return Results.Challenge(properties, ["acme"]);
    }

    /// <summary>
    /// After a good login: the link is made, and the client gets a code and its state (RFC 6749 §4.1.2). A service asks the user first, on a
    /// page with a form, and ties the state to her browser (docs/authentication.md).
    /// </summary>
    public static async Task<IResult> FinishAsync(HttpContext context, string? state, ILinkStateProtector protector, LinkFlowFactory flows)
    {
        LinkFlow? flow = await flows.CreateAsync(protector.Unprotect(state), context.RequestAborted);
        if (flow?.Target is not { } target)
        {
            return Results.Text("Linked. You can close this window.");
        }

        string code = Guid.NewGuid().ToString("N");
        return Results.Redirect(QueryHelpers.AddQueryString(target.Uri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = flow.State }));
    }
}
