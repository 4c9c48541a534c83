using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Table;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace LinkErrors.LoginTests.Peers;

/// <summary>What can happen at a provider that nobody can tell to go wrong: what the user does, and what the application asks of it.</summary>
internal static class OidcProviderRow
{
    public static IReadOnlyList<LoginRow> All { get; } =
    [
        new("success, pushed request", null) { End = "linked" },
        new("success, request in the URL", null) { End = "linked", Configure = SendInUrl },
        new("success, with a code for the client", null) { Walk = run => run.LoginAsync(LoginApplication.LinkPath) },
        new("the user cancels", "access_denied") { Walk = run => run.OpenAsync("/login?hint=cancel") },
        new("the user cancels, request in the URL", "access_denied") { Configure = SendInUrl, Walk = run => run.OpenAsync("/login?hint=cancel") },
        new("`prompt=none`, and nobody is signed in", "login_required") { Walk = run => run.OpenAsync("/login?prompt=none") },
        new("`prompt=none`, and the provider has to ask", "interaction_required")
        {
            Walk = async run =>
            {
                await run.LoginAsync();
                return await run.OpenAsync("/login?prompt=none");
            },
        },
        new("a scope that is not this application's", "invalid_scope") { Configure = options => options.Scope.Add("links") },
        new("pushed request: the secret is wrong", "provider_error") { Configure = options => options.ClientSecret = "another" },
        new("token endpoint: the secret is wrong", "provider_error") { Configure = RedeemWith(token => token.ClientSecret = "another") },
        new("token endpoint: the code is another", "provider_error") { Configure = RedeemWith(token => token.Code = "another") },
        new("token endpoint: the code verifier is another", "provider_error") { Configure = RedeemWith(token => token.SetParameter("code_verifier", new string('x', 43))) },
        new("submitted twice at the same time", "provider_error") { Walk = run => run.SubmitTwiceAsync() },
        new("the back button, after success", "callback_state_invalid") { Walk = run => run.GoBackAsync() },
        new("sign-out, with `SaveTokens`", null) { End = "nobody", Configure = options => options.SaveTokens = true, Walk = run => run.SignOutAsync() },
    ];

    private static void SendInUrl(OpenIdConnectOptions options) => options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;

    private static Action<OpenIdConnectOptions> RedeemWith(Action<OpenIdConnectMessage> change) => options => options.Events.OnAuthorizationCodeReceived = context =>
    {
        change(context.TokenEndpointRequest!);
        return Task.CompletedTask;
    };
}
