using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkErrors.LoginTests.Provider;

/// <summary>
/// A provider on a port of its own that speaks OAuth and OpenID Connect: discovery, keys, authorize, token, userinfo, pushed
/// requests, and the end of a session. It answers in the query or as a form that posts itself, and goes wrong as it is told.
/// </summary>
internal sealed class LoginProvider : IAsyncDisposable
{
    private readonly TestApp _app;
    private readonly LoginProviderState _state;

    private LoginProvider(TestApp app, LoginProviderState state)
    {
        _app = app;
        _state = state;
    }

    public Uri Address => _app.Client.BaseAddress!;

    /// <summary>How it behaves from now on.</summary>
    public ProviderBehavior Behavior
    {
        get => _state.Behavior;
        set => _state.Behavior = value;
    }

    public static async Task<LoginProvider> StartAsync()
    {
        LoginProviderState state = new();
        return new LoginProvider(await TestApp.StartAsync(app => Map(app, state)), state);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _state.Dispose();
    }

    private static void Map(WebApplication app, LoginProviderState state)
    {
        // The second is where Microsoft's identity platform has it.
        foreach (string path in (string[])["/.well-known/openid-configuration", "/v2.0/.well-known/openid-configuration"])
        {
            app.MapGet(path, (Delegate)((HttpContext context) => ProviderAnswers.AnswerAsync(context, state.Behavior.Metadata, state.Describe(GetIssuer(context)))));
        }

        app.MapGet("/keys", (Delegate)((HttpContext context) => ProviderAnswers.AnswerAsync(context, state.Behavior.Keys, state.PublicKeys)));
        app.MapGet("/authorize", (HttpContext context) => state.Authorize(GetIssuer(context), context.Request.Query.ToDictionary(StringComparer.Ordinal)));
        app.MapPost("/token", (Delegate)(async (HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync();
            string code = form["code"].ToString();
            return state.Codes.TryRemove(code, out LoginProviderCode? issued)
                ? await ProviderAnswers.AnswerAsync(context, state.Behavior.Token, state.CreateTokens(GetIssuer(context), issued))
                : await ProviderAnswers.AnswerAsync(context, "error:invalid_grant", "");
        }));
        app.MapGet("/userinfo", (Delegate)((HttpContext context) => ProviderAnswers.AnswerAsync(context, state.Behavior.UserInfo, new { sub = LoginProviderState.Subject, id = LoginProviderState.Subject, name = "Ada" })));
        app.MapPost("/par", (Delegate)(async (HttpContext context) =>
        {
            string uri = $"urn:ietf:params:oauth:request_uri:{Guid.NewGuid():N}";
            state.Pushed[uri] = (await context.Request.ReadFormAsync()).ToDictionary(StringComparer.Ordinal);
            return await ProviderAnswers.AnswerAsync(context, state.Behavior.Par!, new { request_uri = uri, expires_in = 60 });
        }));
        app.MapGet("/logout", (string post_logout_redirect_uri, string? state) =>
            Results.Redirect(QueryHelpers.AddQueryString(post_logout_redirect_uri, "state", state ?? "")));
    }

    private static string GetIssuer(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
