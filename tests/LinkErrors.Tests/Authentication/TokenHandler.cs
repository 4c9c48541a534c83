using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Authentication;

/// <summary>A bearer scheme whose token is the list of its scopes, separated by <c>+</c>; <c>bad</c> is no token at all.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers.Authorization.ToString();
        int space = header.IndexOf(' ', StringComparison.Ordinal);
        string token = space < 0 ? "" : header[(space + 1)..];
        if (token is "" or "bad")
        {
            return Task.FromResult(token is "" ? AuthenticateResult.NoResult() : AuthenticateResult.Fail("The token is not one."));
        }

        string[] scopes = token.Split('+');
        ClaimsIdentity identity = new([.. scopes.Select(scope => new Claim("scope", scope)), new Claim("scp", string.Join(' ', scopes))], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = 401;
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.ToString().StartsWith("DPoP ", StringComparison.Ordinal) ? "DPoP" : "Bearer";
        return Task.CompletedTask;
    }
}
