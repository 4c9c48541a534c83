using System.Net.Http.Headers;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Authentication;

/// <summary>What a challenge says by the settings, by its endpoint and for its request, whoever began it: the scheme or the library.</summary>
public sealed class ChallengeSettingsTests
{
    private const string Invalid = "error=\"invalid_token\", error_description=\"The access token is missing, expired, revoked or malformed.\"";
    private const string Help = "error_uri=\"https://docs.example/errors#invalid_token\"";

    [Theory]

    // RFC 9728 §3: the metadata of the resource that the endpoint belongs to, before that of the service.
    [InlineData("/thrown", "Bearer", "Bearer realm=\"link\", " + Invalid + ", " + Help + ", resource_metadata=\"https://api.example/all\"")]
    [InlineData("/thrown/path", "Bearer", "Bearer realm=\"link\", " + Invalid + ", " + Help + ", resource_metadata=\"http://HOST/.well-known/oauth-protected-resource/links\"")]
    [InlineData("/thrown/address", "Bearer", "Bearer realm=\"link\", " + Invalid + ", " + Help + ", resource_metadata=\"https://other.example/m\"")]
    [InlineData("/refused/path", "Bearer", "Bearer realm=\"link\", " + Invalid + ", " + Help + ", resource_metadata=\"http://HOST/.well-known/oauth-protected-resource/links\"")]
    [InlineData("/base/refused/path", "Bearer", "Bearer realm=\"link\", " + Invalid + ", " + Help + ", resource_metadata=\"http://HOST/.well-known/oauth-protected-resource/links\"")]

    // RFC 9449 §7.1: algs in challenges of DPoP, and in no other; RFC 6750 §3.1: no error, so no error_uri, without a token.
    [InlineData("/thrown", "DPoP", "DPoP realm=\"link\", " + Invalid + ", " + Help + ", algs=\"ES256 PS256\", resource_metadata=\"https://api.example/all\"")]
    [InlineData("/refused", "DPoP", "DPoP realm=\"link\", " + Invalid + ", " + Help + ", resource_metadata=\"https://api.example/all\", algs=\"ES256 PS256\"")]
    [InlineData("/refused/bearer", "DPoP", "Bearer realm=\"link\", resource_metadata=\"https://api.example/all\"")]
    [InlineData("/refused/dpop", "Bearer", "DPoP realm=\"link\", resource_metadata=\"https://api.example/all\", algs=\"ES256 PS256\"")]
    [InlineData("/refused", "Basic", "Bearer realm=\"link\", resource_metadata=\"https://api.example/all\"")]

    // Who names the error says where more about it stands, or nobody does.
    [InlineData("/refused/named", "Bearer", "Bearer error=\"invalid_token\", realm=\"link\", resource_metadata=\"https://api.example/all\"")]

    // For one request, whatever else is said.
    [InlineData("/thrown/path?tenant=a", "Bearer", "Bearer realm=\"tenant a\", " + Invalid + ", " + Help + ", resource_metadata=\"http://HOST/.well-known/oauth-protected-resource/links?a\"")]
    [InlineData("/refused?tenant=a", "Bearer", "Bearer realm=\"tenant a\", " + Invalid + ", " + Help + ", resource_metadata=\"https://api.example/all?a\"")]
    public async Task Challenge_OfAnEndpoint_SaysWhatIsSetForIt(string path, string scheme, string challenge)
    {
        await using TestApp app = await StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue(scheme, "bad") } };

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        response.Headers.NonValidated["WWW-Authenticate"].Should().Equal(challenge.Replace("HOST", app.Client.BaseAddress!.Authority, StringComparison.Ordinal));
    }

    /// <summary>RFC 9207 §2: a tenant is an issuer of its own.</summary>
    [Theory]
    [InlineData("/authorize?client_id=web&tenant=a", "https://id.example/a")]
    [InlineData("/authorize?client_id=web", "https://id.example")]
    [InlineData("/made?tenant=a", "https://id.example/a")]
    [InlineData("/made", "https://id.example")]
    public async Task Issuer_OfARequest_IsThatOfItsTenant(string path, string issuer)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync(path);

        LinkErrorParameters.Parse(response.Headers.Location!.Query).Find("iss").Should().Be(issuer);
    }

    /// <summary>A delegate that fails is a fault of the application: it is logged, and the answer is the plain one.</summary>
    [Theory]
    [InlineData("throw", "No tenant.")]
    [InlineData("null", "CustomizeWriteContext returned null")]
    public async Task WriteContext_ThatFails_IsLogged(string tenant, string text)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync("/thrown?tenant=" + tenant);

        ((int)response.StatusCode).Should().Be(500);
        app.Log.Entries.Single(entry => entry.EventId.Name == "ResponseFailed").Exception!.Message.Should().Contain(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("metadata")]
    [InlineData("//evil.example/m")]
    [InlineData("/../m")]
    [InlineData("ftp://api.example/m")]
    [InlineData("httpx.example:/m")]
    [InlineData("https://api.example/m#f")]
    [InlineData("https://api.example/a b")]
    [InlineData("/m\"")]
    public void Metadata_ThatIsNoAddress_IsRefused(string address) =>
        ((Action)(() => _ = new LinkResourceMetadataAttribute(address))).Should().Throw<ArgumentException>().WithMessage($"'{address}' is no address*");

    [Fact]
    public void Metadata_ThatIsNull_IsRefused() =>
        ((Action)(() => _ = new LinkResourceMetadataAttribute(null!))).Should().Throw<ArgumentNullException>();

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        Map,
        [
            new("LinkErrors:ResourceMetadata", "https://api.example/all"),
            new("LinkErrors:DPoPAlgorithms:0", "ES256"),
            new("LinkErrors:DPoPAlgorithms:1", "PS256"),
            new("LinkErrors:ErrorUriBase", "https://docs.example/errors"),
            new("LinkErrors:ErrorUriInChallenges", "true"),
            new("LinkErrors:Issuer", "https://id.example"),
            new("LinkErrors:Clients:web:RedirectUris:0", "https://client.example/cb"),
        ],
        builder =>
        {
            builder.Services.AddLinkErrors(options => options.CustomizeWriteContext = (context, ofAll) => context.Request.Query["tenant"].ToString() switch
            {
                "" => ofAll,
                "throw" => throw new InvalidOperationException("No tenant."),
                "null" => null!,
                var tenant => ofAll with { Realm = "tenant " + tenant, Issuer = $"{ofAll.Issuer}/{tenant}", ResourceMetadata = $"{ofAll.ResourceMetadata}?{tenant}" },
            }).AddAuthorizationErrors();
            builder.Services.AddAuthentication("token").AddScheme<AuthenticationSchemeOptions, TokenHandler>("token", configureOptions: null);
            builder.Services.AddAuthorization();
        });

    private static string Throw() => throw new InvalidTokenException();

    /// <summary>As a scheme does that asks for what it likes, whatever the client came with: a bare status with a challenge.</summary>
    private static void AskFor(HttpContext context, string scheme)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = scheme;
    }

    private static void Map(WebApplication app)
    {
        app.UsePathBase("/base");
        app.UseRouting();
        app.UseLinkErrors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/thrown", Throw).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/thrown/path", Throw).WithLinkErrors(LinkEndpointKind.Api).WithMetadata(new LinkResourceMetadataAttribute("/.well-known/oauth-protected-resource/links"));
        app.MapGet("/thrown/address", Throw).WithLinkErrors(LinkEndpointKind.Api).WithMetadata(new LinkResourceMetadataAttribute("https://other.example/m"));
        app.MapGet("/refused", () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization();
        app.MapGet("/refused/path", () => "ok").WithLinkErrors(LinkEndpointKind.Api).RequireAuthorization()
            .WithMetadata(new LinkResourceMetadataAttribute("/.well-known/oauth-protected-resource/links"));
        app.MapGet("/refused/bearer", (HttpContext context) => AskFor(context, "Bearer")).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/refused/named", (HttpContext context) => AskFor(context, "Bearer error=\"invalid_token\"")).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/refused/dpop", (HttpContext context) => AskFor(context, "DPoP")).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/authorize", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/made", (HttpContext context, IOptionsMonitor<LinkErrorsOptions> options) =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = RedirectLocation.Create(
                RedirectTarget.ForClient("https://client.example/cb"), new LinkError(LinkErrorDefinitions.AccessDenied), LinkErrorDialects.OAuth, options.CurrentValue, context);
        });
    }
}
