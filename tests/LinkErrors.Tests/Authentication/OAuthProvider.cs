using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkErrors.Tests.Authentication;

/// <summary>
/// A provider that speaks OAuth on a port of its own: authorize, token and userinfo. Its errors are those of this library in
/// the <c>oauth</c> dialect, or what no library would send.
/// </summary>
internal sealed class OAuthProvider : IAsyncDisposable
{
    private readonly TestApp _app;

    private OAuthProvider(TestApp app) => _app = app;

    public Uri Address => _app.Client.BaseAddress!;

    /// <param name="authorize">What the user does: <c>approve</c>, or an error.</param>
    /// <param name="token">What the token endpoint does: <c>ok</c>, or an error.</param>
    /// <param name="userInfo">What the userinfo endpoint does: <c>ok</c>, or an error.</param>
    public static async Task<OAuthProvider> StartAsync(string authorize = "approve", string token = "ok", string userInfo = "ok") =>
        new(await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/authorize", (string redirect_uri, string state) => Authorize(authorize, redirect_uri, state))
                    .WithLinkErrors(LinkEndpointKind.Interactive, "oauth");
                app.MapPost("/token", (Delegate)((HttpContext context) => AnswerAsync(context, token, """{"access_token":"secret-token","token_type":"Bearer"}""")))
                    .WithLinkErrors(LinkEndpointKind.Api, "oauth");
                app.MapGet("/userinfo", (Delegate)((HttpContext context) => AnswerAsync(context, userInfo, """{"id":"u-1","scope":"profile"}""")))
                    .WithLinkErrors(LinkEndpointKind.Api, "oauth");
            },
            [
                new("LinkErrors:ErrorUriBase", "https://provider.example/errors"),
                new("LinkErrors:Clients:service:RedirectUris:0", "http://127.0.0.1/signin-acme"),
                new("LinkErrors:Clients:service:RedirectUris:1", "http://127.0.0.1/signin-company"),
                new("LinkErrors:Clients:service:RedirectUris:2", "http://127.0.0.1/signin-garmin"),
                new("LinkErrors:Clients:service:AllowLoopbackPorts", "true"),
            ]));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Authorize(string mode, string redirectUri, string state) => mode switch
    {
        "approve" => Results.Redirect(QueryHelpers.AddQueryString(redirectUri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = "c-1", ["state"] = state })),
        "no-code" => Results.Redirect(QueryHelpers.AddQueryString(redirectUri, "state", state)),
        "cancel" => throw new AccessDeniedException(),
        "invalid-scope" => throw new InvalidScopeException { Scopes = ["email"] },
        "down" => throw new TemporarilyUnavailableException(),
        _ => Results.Redirect(QueryHelpers.AddQueryString(redirectUri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["error"] = mode, ["error_description"] = "Hunter2 <b>\r\nline", ["state"] = state })),
    };

    private static async Task<IResult> AnswerAsync(HttpContext context, string mode, string success)
    {
        switch (mode)
        {
            case "ok":
                return Results.Text(success, "application/json");
            case "invalid_grant":
                throw new InvalidGrantException("The code has expired.");
            case "invalid_client":
                throw new InvalidClientException();
            case "500":
                throw new InvalidOperationException("Hunter2");
            case "503-json":
                return Results.Json(new { oops = true }, statusCode: 503);
            case "502-html":
                return Results.Content("<html>Bad gateway</html>", "text/html", statusCode: 502);
            case "hang":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return Results.Empty;
            case "drop":
                context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();
                return Results.Empty;
            default:
                return Results.Text(mode, "application/json");
        }
    }
}
