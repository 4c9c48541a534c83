using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using LinkErrors.Tests.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Responses;

/// <summary>
/// RFC 6749 §5.2: a token endpoint answers its codes with 400, or the client reads a fault of HTTP and no code. A protected resource has
/// the statuses of HTTP.
/// </summary>
public sealed class TokenEndpointStatusTests
{
    [Theory]

    // The codes that are sent as one of RFC 6749, and have another status than 400.
    [InlineData("forbidden", "access_denied", 403)]
    [InlineData("no_permission", "access_denied", 403)]
    [InlineData("passkey_wrong_organization", "access_denied", 403)]
    [InlineData("required_scopes_not_granted", "access_denied", 403)]
    [InlineData("user_cancelled", "access_denied", 403)]
    [InlineData("user_not_found", "access_denied", 403)]
    [InlineData("entity_missing", "invalid_request", 404)]
    [InlineData("link_token_missing", "invalid_request", 404)]
    [InlineData("not_found", "invalid_request", 404)]
    [InlineData("conflict", "invalid_request", 409)]
    [InlineData("duplicate_connection", "access_denied", 409)]
    [InlineData("unprocessable_entity", "invalid_request", 422)]
    public async Task Code_OfTheTokenEndpoint_IsABadRequestThereAndHasItsStatusAtAResource(string code, string wireCode, int status)
    {
        await using TestApp app = await StartAsync();

        // Nothing says that it is a resource.
        await ShouldAnswerAsync(app, "/api/" + code, 400, wireCode);
        await ShouldAnswerAsync(app, "/unsaid/" + code, 400, wireCode);
        await ShouldAnswerAsync(app, "/anonymous/" + code, 400, wireCode);
        await ShouldAnswerAsync(app, "/api/" + code, 400, wireCode, "Basic");

        // The endpoint does, or the request, which has an access token.
        await ShouldAnswerAsync(app, "/scopes/" + code, status, wireCode);
        await ShouldAnswerAsync(app, "/metadata/" + code, status, wireCode);
        await ShouldAnswerAsync(app, "/authorized/" + code, status, wireCode, "Bearer");
        await ShouldAnswerAsync(app, "/api/" + code, status, wireCode, "Bearer");
        await ShouldAnswerAsync(app, "/api/" + code, status, wireCode, "DPoP");

        // A browser navigates, or the application has said a status.
        await ShouldAnswerAsync(app, "/interactive/" + code, status, wireCode);
        await ShouldAnswerAsync(app, "/own/" + code, 418, wireCode);
    }

    [Theory]
    [InlineData("/api/server_error", 500, "server_error")]
    [InlineData("/api/provider_error", 502, "server_error")]
    [InlineData("/unmarked/not_found", 404, "invalid_request")]
    [InlineData("/api/rate_limited", 429, "temporarily_unavailable")]
    [InlineData("/api/temporarily_unavailable", 503, "temporarily_unavailable")]
    [InlineData("/api/invalid_client", 401, "invalid_client")]
    [InlineData("/api/insufficient_scope", 403, "insufficient_scope")]
    [InlineData("/api/unmet_authentication_requirements", 403, "unmet_authentication_requirements")]

    // A status that the application or authorization said is what it meant.
    [InlineData("/returned/404", 404, "invalid_request")]
    [InlineData("/returned/403", 403, "access_denied")]
    [InlineData("/bare/409", 409, "invalid_request")]
    [InlineData("/bare/415", 415, "invalid_request")]
    [InlineData("/refused/any", 403, "access_denied")]

    // loop has codes of its own for them.
    [InlineData("/loop/duplicate_connection", 409, "conflict")]
    [InlineData("/loop/user_cancelled", 400, "access_denied")]
    public async Task OtherError_AtATokenEndpoint_HasItsStatus(string path, int status, string wireCode)
    {
        await using TestApp app = await StartAsync();

        await ShouldAnswerAsync(app, path, status, wireCode);
    }

    private static async Task ShouldAnswerAsync(TestApp app, string path, int status, string wireCode, string? scheme = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { Authorization = scheme is null ? null : new AuthenticationHeaderValue(scheme, "x") } };

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        ((int)response.StatusCode).Should().Be(status, path);
        (await response.Content.ReadAsStringAsync()).Should().Contain($"\"error\":\"{wireCode}\"");
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        Map,
        services: builder =>
        {
            builder.Services.AddAuthentication("token").AddScheme<AuthenticationSchemeOptions, TokenHandler>("token", configureOptions: null)
                .AddScheme<AuthenticationSchemeOptions, KnownHandler>("known", configureOptions: null);
            builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder("known").RequireAssertion(context =>
                (context.Resource as HttpContext)?.Request.Path.StartsWithSegments("/refused", StringComparison.Ordinal) != true).Build());
            builder.Services.AddLinkErrors().AddAuthorizationErrors();
        });

    private static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseLinkErrors();
        app.MapGet("/api/{code}", Throw).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/unsaid/{code}", Throw).WithLinkErrors();
        app.MapGet("/anonymous/{code}", [Authorize, AllowAnonymous] (string code) => Throw(code)).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/scopes/{code}", [LinkScopes] (string code) => Throw(code)).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/metadata/{code}", [LinkResourceMetadata("/m")] (string code) => Throw(code)).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/authorized/{code}", Throw).WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization();
        app.MapGet("/interactive/{code}", Throw).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/own/{code}", string (string code) => throw new LinkException(new LinkError(Find(code)) { StatusCode = 418 })).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/returned/{status:int}", (int status) => TypedResults.Problem("No.", statusCode: status)).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/bare/{status:int}", (int status) => TypedResults.StatusCode(status)).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/unmarked/{code}", Throw);
        app.MapGet("/refused/{code}", Throw).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/loop/{code}", Throw).WithLinkErrors(LinkEndpointKind.Api, "loop");
    }

    private static string Throw(string code) => throw new LinkException(new LinkError(Find(code)));

    private static LinkErrorDefinition Find(string code) => LinkErrorCatalog.Default.TryFind(code, out LinkErrorDefinition? definition) ? definition : throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such code.");

    /// <summary>Everybody is signed in, without a token, as by a cookie.</summary>
    private sealed class KnownHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("known")), Scheme.Name)));
    }
}
