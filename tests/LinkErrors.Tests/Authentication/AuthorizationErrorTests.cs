using System.Net;
using Links;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Authentication;

/// <summary>What the authorization middleware refuses: RFC 6750 §3 on link endpoints that code calls, the scheme's own elsewhere.</summary>
public sealed class AuthorizationErrorTests
{
    private const string TokenError = "error=\"invalid_token\", error_description=\"The access token is missing, expired, revoked or malformed.\"";
    private const string ScopeError = "error=\"insufficient_scope\", error_description=\"The access token lacks a scope that this operation needs.\"";

    [Theory]

    // RFC 6750 §3.1: no error code without credentials; with them invalid_token, 401. The scopes help either way.
    [InlineData("/api/any", null, 401, "invalid_token", "Bearer realm=\"link\"")]
    [InlineData("/api/any", "Bearer bad", 401, "invalid_token", "Bearer realm=\"link\", " + TokenError)]
    [InlineData("/api/any", "Bearer x", 200, null, null)]
    [InlineData("/api/scope", null, 401, "invalid_token", "Bearer realm=\"link\", scope=\"links:read links:write\"")]
    [InlineData("/api/scope", "Bearer bad", 401, "invalid_token", "Bearer realm=\"link\", " + TokenError + ", scope=\"links:read links:write\"")]
    [InlineData("/api/any", "DPoP bad", 401, "invalid_token", "DPoP realm=\"link\", " + TokenError)]

    // RFC 6750 §3.1: insufficient_scope, 403, with every scope that the operation needs.
    [InlineData("/api/scope", "Bearer x", 403, "insufficient_scope", "Bearer realm=\"link\", " + ScopeError + ", scope=\"links:read links:write\"")]
    [InlineData("/api/scope", "Bearer links:read", 403, "insufficient_scope", "Bearer realm=\"link\", " + ScopeError + ", scope=\"links:read links:write\"")]
    [InlineData("/api/scope", "Bearer links:read+links:write", 200, null, null)]
    [InlineData("/api/scp", "Bearer x", 403, "insufficient_scope", "Bearer realm=\"link\", " + ScopeError + ", scope=\"links:admin\"")]
    [InlineData("/api/own-requirement", "Bearer x", 403, "insufficient_scope", "Bearer realm=\"link\", " + ScopeError + ", scope=\"links:own\"")]
    [InlineData("/api/metadata", "Bearer x", 403, "insufficient_scope", "Bearer realm=\"link\", " + ScopeError + ", scope=\"links:a links:b\"")]
    [InlineData("/api/metadata", null, 401, "invalid_token", "Bearer realm=\"link\", scope=\"links:a links:b\"")]

    // Scopes are fine, or do not matter: a rule of the service says no, and no other token would help.
    [InlineData("/api/metadata", "Bearer links:a+links:b", 403, "forbidden", null)]
    [InlineData("/api/role", "Bearer x", 403, "forbidden", null)]

    // Not said who calls: a script's fetch counts as an API.
    [InlineData("/unsaid", "Bearer bad", 401, "invalid_token", "Bearer realm=\"link\", " + TokenError)]

    // A browser navigates, or it is no link endpoint: the scheme's own challenge stays.
    [InlineData("/page", null, 401, null, "Bearer")]
    [InlineData("/page", "Bearer bad", 401, null, "Bearer")]
    [InlineData("/plain", "Bearer bad", 401, null, "Bearer")]
    [InlineData("/out", "Bearer bad", 401, null, "Bearer")]
    [InlineData("/plain", null, 401, null, "Bearer")]
    public async Task Request_ToAnEndpoint_IsAnsweredByTheTable(string path, string? authorization, int status, string? code, string? challenge)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await AskAsync(app, path, authorization);

        ((int)response.StatusCode).Should().Be(status);
        Challenges(response).Should().Equal(challenge is null ? [] : [challenge]);
        string body = await response.Content.ReadAsStringAsync();
        if (code is not null)
        {
            body.Should().Contain($"\"error\":\"{(code == "forbidden" ? "access_denied" : code)}\"");
            response.Headers.CacheControl!.NoStore.Should().BeTrue("RFC 6749 §5.2");
            app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "LinkErrorAnswered").Which.Text.Should().Contain($"link error {code} with");
        }
        else
        {
            body.Should().NotContain("\"error\"");
        }
    }

    // RFC 9728 §5.1: also without credentials, which is when the client needs it.
    [Theory]
    [InlineData("/api/any", null, "Bearer realm=\"link\", resource_metadata=\"https://api.example/.well-known/oauth-protected-resource\"")]
    [InlineData("/api/scp", "Bearer x", "Bearer realm=\"link\", " + ScopeError + ", scope=\"links:admin\", resource_metadata=\"https://api.example/.well-known/oauth-protected-resource\"")]
    public async Task ResourceMetadata_WhenConfigured_IsInTheChallenge(string path, string? authorization, string challenge)
    {
        await using TestApp app = await StartAsync(("LinkErrors:ResourceMetadata", "https://api.example/.well-known/oauth-protected-resource"));

        using HttpResponseMessage response = await AskAsync(app, path, authorization);

        Challenges(response).Should().Equal(challenge);
    }

    [Theory]
    [InlineData("not a uri")]
    [InlineData("/relative")]
    [InlineData("myapp.example:/x")]
    public async Task ResourceMetadata_ThatIsNoWebAddress_StopsTheStart(string value)
    {
        Func<Task> start = () => StartAsync(("LinkErrors:ResourceMetadata", value));

        (await start.Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>()).WithMessage("*LinkErrors:ResourceMetadata*");
    }

    /// <summary>The handler that the application added is asked for everything that is not ours.</summary>
    [Theory]
    [InlineData("/plain", "own")]
    [InlineData("/api/any", "own")]
    public async Task OwnResultHandler_OfTheApplication_IsDecorated(string path, string expected)
    {
        await using TestApp app = await TestApp.StartAsync(
            Map,
            services: builder =>
            {
                AddSchemes(builder);
                builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, OwnResultHandler>();
                builder.Services.AddLinkErrors().AddAuthorizationErrors().AddAuthorizationErrors();
            });

        using HttpResponseMessage response = await AskAsync(app, path, authorization: null);

        (await response.Content.ReadAsStringAsync()).Should().Contain(expected);
    }

    [Fact]
    public void LinkScopesAttribute_WithoutScopes_Throws() =>
        ((Action)(() => _ = new LinkScopesAttribute(null!))).Should().Throw<ArgumentNullException>();

    private static Task<TestApp> StartAsync(params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        Map,
        settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)),
        builder =>
        {
            builder.Services.AddLinkErrors().AddAuthorizationErrors();
            AddSchemes(builder);
        });

    private static void AddSchemes(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication("token").AddScheme<AuthenticationSchemeOptions, TokenHandler>("token", configureOptions: null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("scope", policy => policy.RequireClaim("scope", "links:read").RequireClaim("scope", "links:write"))
            .AddPolicy("scp", policy => policy.RequireClaim("SCP", "links:admin"))
            .AddPolicy("own", policy => policy.AddRequirements(new ScopeRequirement("links:own")))
            .AddPolicy("never", policy => policy.RequireAssertion(_ => false))
            .AddPolicy("role", policy => policy.RequireRole("admin").RequireClaim("department", "links"));
    }

    private static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseLinkErrors();
        app.MapGet("/api/any", () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization();
        app.MapGet("/api/scope", () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization("scope");
        app.MapGet("/api/scp", () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization("scp");
        app.MapGet("/api/own-requirement", () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization("own");
        app.MapGet("/api/metadata", [LinkScopes("links:a", "links:b")] () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization("never");
        app.MapGet("/api/role", () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization("role");
        app.MapGet("/unsaid", () => "ok").WithLinkErrors().RequireAuthorization();
        app.MapGet("/page", () => "ok").WithLinkErrors(LinkEndpointKind.Interactive).RequireAuthorization();
        app.MapGet("/out", () => "ok").WithLinkErrors(LinkEndpointKind.Api).DisableLinkErrors().RequireAuthorization();
        app.MapGet("/plain", () => "ok").RequireAuthorization();
    }

    private static async Task<HttpResponseMessage> AskAsync(TestApp app, string path, string? authorization)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Sec-Fetch-Mode", path == "/page" ? "navigate" : "cors");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await app.Client.SendAsync(request);
    }

    private static string[] Challenges(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values) ? [.. values] : [];

    private sealed class OwnResultHandler : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return context.Response.WriteAsync("own");
        }
    }
}
