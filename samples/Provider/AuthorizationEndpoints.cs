using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.WebUtilities;

namespace Provider;

/// <summary>The pages of the authorization endpoint (RFC 6749 §3.1). What is thrown here goes back to the client with its state.</summary>
internal static class AuthorizationEndpoints
{
    public static async Task<IResult> AskAsync(HttpContext context, LinkFlowFactory flows)
    {
        IQueryCollection query = context.Request.Query;
        await FindTargetAsync(context, flows, query["client_id"], query["redirect_uri"], query["state"]);
        return query["response_type"] == "code" ? ConsentPage.Show(query) : throw new UnsupportedResponseTypeException();
    }

    public static async Task<IResult> DecideAsync(HttpContext context, LinkFlowFactory flows, ProviderCodes codes)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        RedirectTarget target = await FindTargetAsync(context, flows, form["client_id"], form["redirect_uri"], form["state"]);
        switch (form["decision"])
        {
            case "deny":
                throw new AccessDeniedException("The user pressed Deny.");
            case "fail":
                throw new TemporarilyUnavailableException("The user chose that it fails.");
        }

        string scope = string.Join(' ', form["granted"].Concat(form["scope"].ToString().Split(' ').Intersect(["openid"], StringComparer.Ordinal)));
        string code = codes.Issue(new ProviderGrant(
            form["account"].ToString(), scope, target.Uri, NullIfEmpty(form["nonce"]), NullIfEmpty(form["code_challenge"]), form["then"].ToString()));
        return Results.Redirect(QueryHelpers.AddQueryString(target.Uri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = form["state"] }));
    }

    private static async Task<RedirectTarget> FindTargetAsync(HttpContext context, LinkFlowFactory flows, string? clientId, string? redirectUri, string? state)
    {
        LinkFlow flow = await flows.CreateAsync(new LinkFlowRequest { ClientId = clientId, RedirectUri = redirectUri, State = state }, context.RequestAborted)
            ?? throw new InvalidClientException();
        return flow.Target ?? throw new InvalidRedirectUriException();
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
