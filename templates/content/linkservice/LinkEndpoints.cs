using System.Security.Claims;
using System.Security.Cryptography;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkService._1;

/// <summary>The two ends of a link that is made with a login at the provider.</summary>
internal static class LinkEndpoints
{
    /// <summary>Sends the browser of a registered client to the provider; the client's request travels along.</summary>
    public static async Task<IResult> StartAsync(HttpContext context, string? client_id, string? redirect_uri, string? state, LinkFlowFactory flows)
    {
        LinkFlowRequest request = new() { ClientId = client_id, RedirectUri = redirect_uri, State = state };
        await CreateFlowAsync(flows, request, context.RequestAborted);

        AuthenticationProperties properties = new() { RedirectUri = "/link/done" };
        properties.SetLinkFlow(request);
        return Results.Challenge(properties, ["provider"]);
    }

    /// <summary>After a good login: sends the browser back to the client, with a code and the client's own state (RFC 6749 §4.1.2).</summary>
    public static async Task<IResult> FinishAsync(HttpContext context, string? state, ILinkStateProtector protector, LinkFlowFactory flows)
    {
        LinkFlow flow = await CreateFlowAsync(flows, protector.Unprotect(state), context.RequestAborted);

        // Who has logged in at the provider. The state alone is no proof of that: it stands in an address.
        AuthenticateResult login = await context.AuthenticateAsync();
        string account = login.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new LoginRequiredException("Nobody has logged in at the provider.");
        await context.SignOutAsync(); // The login was for this link alone.

        string code = RandomNumberGenerator.GetHexString(32);
        Keep(code, flow.ClientId, account, login.Properties?.GetTokenValue("access_token"));
        return Results.Redirect(QueryHelpers.AddQueryString(flow.Target!.Uri, new Dictionary<string, string?> { ["code"] = code, ["state"] = flow.State }));
    }

    /// <summary>Write the link into your database here, where the client finds it when it redeems the code.</summary>
    private static void Keep(string code, string? clientId, string account, string? accessToken)
    {
    }

    /// <summary>A flow with a target: a client that is registered, and an address that it has registered.</summary>
    private static async Task<LinkFlow> CreateFlowAsync(LinkFlowFactory flows, LinkFlowRequest request, CancellationToken cancellationToken)
    {
        LinkFlow flow = await flows.CreateAsync(request, cancellationToken) ?? throw new InvalidClientException("The client is not registered.");
        return flow.Target is not null ? flow : throw new InvalidRedirectUriException("The client has not registered this address.");
    }
}
