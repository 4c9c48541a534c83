using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Authentication;
using Links;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Docs;

/// <summary>What the documentation shows is what compiles and runs.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("docs/dialects.md", "tests/Shared/AcmeDialect.cs")]
    [InlineData("docs/errors.md", "tests/LinkErrors.Tests/Docs/DeviceOfflineException.cs")]
    [InlineData("docs/authentication.md", "tests/LinkErrors.Tests/Docs/RemoteLoginSample.cs")]
    [InlineData("docs/authentication.md", "tests/Shared/ScopeRequirement.cs")]
    [InlineData("docs/authentication.md", "tests/LinkErrors.LoginTests/IdentityWeb/IdentityWebSample.cs")]
    [InlineData("docs/openiddict.md", "tests/LinkErrors.LoginTests/OpenIddict/OpenIddictClientSample.cs")]
    [InlineData("docs/openiddict.md", "tests/LinkErrors.LoginTests/OpenIddict/OpenIddictServerSample.cs")]
    [InlineData("docs/other-frameworks.md", "tests/LinkErrors.HostTests/OData/ODataErrorFilter.cs")]
    [InlineData("docs/other-frameworks.md", "tests/LinkErrors.HostTests/Validation/ValidationErrors.cs")]
    [InlineData("docs/other-frameworks.md", "tests/LinkErrors.HostTests/Fast/FastEndpointErrors.cs")]
    [InlineData("docs/other-frameworks.md", "tests/LinkErrors.HostTests/Hubs/LinkErrorHubFilter.cs")]
    [InlineData("docs/other-frameworks.md", "tests/LinkErrors.HostTests/Rpc/LinkErrorInterceptor.cs")]
    [InlineData("docs/result-libraries.md", "tests/LinkErrors.HostTests/ResultLibraries/ErrorOrResults.cs")]
    [InlineData("docs/result-libraries.md", "tests/LinkErrors.HostTests/ResultLibraries/FluentLinkError.cs")]
    [InlineData("docs/result-libraries.md", "tests/LinkErrors.HostTests/ResultLibraries/FluentLinkResults.cs")]
    [InlineData("docs/migration.md", "tests/LinkErrors.HostTests/Migration/HandWritten.cs")]
    [InlineData("docs/migration.md", "tests/LinkErrors.HostTests/Migration/Migrated.cs")]
    [InlineData("docs/client.md", "tests/LinkErrors.Tests/Docs/CallbackPage.cs")]
    [InlineData("docs/pages.md", "tests/LinkErrors.HostTests/Pages/Oops.cshtml")]
    [InlineData("docs/pages.md", "tests/LinkErrors.HostTests/OwnPages/OopsController.cs")]
    [InlineData("docs/pages.md", "tests/LinkErrors.HostTests/OwnPages/PlainErrorPage.cs")]
    [InlineData("docs/pages.md", "tests/LinkErrors.HostTests/OwnPages/ErrorTexts.de.resx")]
    [InlineData("docs/stores.md", "tests/LinkErrors.EntityFrameworkCore.Tests/Docs/ApplicationContext.cs")]
    [InlineData("docs/stores.md", "tests/LinkErrors.EntityFrameworkCore.Tests/Docs/ClientRegistry.cs")]
    [InlineData("docs/testing.md", "tests/LinkErrors.Testing.Tests/Docs/LinkTests.cs")]
    [InlineData("docs/testing.md", "tests/LinkErrors.Testing.Tests/Docs/StateTests.cs")]
    [InlineData("README.md", "samples/QuickStart/Program.cs")]
    [InlineData("README.md", "samples/QuickStart/appsettings.json")]
    public void Page_ShowsCode_ThatIsBuilt(string page, string source)
    {
        string code = File.ReadAllText(Path.Combine(Checkout.Root, source)).Trim();

        code.Should().NotContain("namespace LinkErrors", "in the library's namespaces the compiler does not miss the usings that a reader needs");
        File.ReadAllText(Path.Combine(Checkout.Root, page)).Should().Contain(code);
    }

    [Theory]
    [InlineData(typeof(LinkErrorsOptions), "")]
    [InlineData(typeof(LinkClientOptions), "Clients:{id}:")]
    [InlineData(typeof(LinkErrorPageOptions), "ErrorPage:")]
    public void ConfigurationPage_NamesEveryKey(Type options, string prefix)
    {
        string page = File.ReadAllText(Path.Combine(Checkout.Root, "docs/configuration.md"));
        PropertyInfo[] keys = [.. options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(key => key.Name is not ("Clients" or "ErrorPage" or "CustomizeWriteContext" or "Events" or "EventsType"))];

        keys.Should().NotBeEmpty().And.AllSatisfy(key => page.Should().Contain($"| `{prefix}{key.Name}` |"));
    }

    [Fact]
    public async Task CustomDialect_OfTheDocumentation_Answers()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw new LinkTokenExpiredException()).WithLinkErrors(dialect: "acme");
            },
            services: builder => builder.Services.AddLinkErrors().AddDialect(new AcmeDialect()));

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"reason":"TOKEN_OLD","text":"The link token has expired."}""");
    }

    [Theory]
    [InlineData("?error=user_said_no&iss=https%3A%2F%2Fas.acme.example", HttpStatusCode.BadRequest, "access_denied")]
    [InlineData("?code=abc&iss=https%3A%2F%2Fas.acme.example", HttpStatusCode.OK, "linked")]
    public async Task CallbackPage_OfTheDocumentation_ReadsAsItSays(string query, HttpStatusCode status, string expected)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                CallbackPage.Map(app);
            },
            services: builder => CallbackPage.Register(builder.Services));

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/callback/acme" + query, UriKind.Relative));

        response.StatusCode.Should().Be(status);
        (await response.Content.ReadAsStringAsync()).Should().Contain(expected);
    }

    [Fact]
    public async Task OwnError_OfTheDocumentation_IsAnsweredAndKnown()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapLinkErrorCatalog("/errors");
                app.MapGet("/", string () => throw new DeviceOfflineException("thermostat", "secret-token")).WithLinkErrors(LinkEndpointKind.Api, "problem-details");
            },
            services: builder => builder.Services.AddLinkErrors().AddError<DeviceOfflineException>());

        using HttpResponseMessage response = await app.Client.GetAsync("/");
        using HttpRequestMessage request = new(HttpMethod.Get, "/errors") { Headers = { { "Accept", "application/json" } } };
        using HttpResponseMessage catalog = await app.Client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await response.Content.ReadAsStringAsync()).Should().Contain("The device thermostat is offline.").And.NotContain("secret-token");
        (await catalog.Content.ReadAsStringAsync()).Should().Contain("device_offline");
    }

    [Fact]
    public async Task RemoteLogin_OfTheDocumentation_Answers()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                RemoteLoginSample.MapEndpoints(app);
            },
            services: builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                RemoteLoginSample.AddServices(builder.Services);
            });

        using HttpResponseMessage start = await app.Client.GetAsync("/link/acme?client_id=one");
        using HttpResponseMessage callback = await app.Client.GetAsync("/signin-acme?error=access_denied");
        using HttpResponseMessage done = await app.Client.GetAsync("/link/done");
        using HttpResponseMessage links = await app.Client.GetAsync("/links");

        start.Headers.NonValidated["Location"].Should().ContainSingle(location => location.StartsWith("https://acme.example/authorize?", StringComparison.Ordinal));
        (await callback.Content.ReadAsStringAsync()).Should().Contain("The state parameter does not belong to this flow.");
        (await done.Content.ReadAsStringAsync()).Should().Contain("The state parameter is required but missing.");
        links.Headers.NonValidated["WWW-Authenticate"].Should().Equal("Bearer realm=\"link\", scope=\"links:read\"");
    }

    // RFC 6749 §4.1.2: the code and the state go to the client; the second time the account is somebody's already.
    [Fact]
    public async Task RemoteLogin_OfTheDocumentation_ReturnsCodeAndStateToTheClient()
    {
        await using OAuthProvider provider = await OAuthProvider.StartAsync(token: """{"access_token":"token","token_type":"Bearer","user_id":"u-1"}""");
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                RemoteLoginSample.MapEndpoints(app);
            },
            [new("LinkErrors:Clients:one:RedirectUris:0", LinkingService.Target)],
            builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                RemoteLoginSample.AddServices(builder.Services);
                builder.Services.Configure<OAuthOptions>("acme", options =>
                {
                    options.AuthorizationEndpoint = new Uri(provider.Address, "authorize").AbsoluteUri;
                    options.TokenEndpoint = new Uri(provider.Address, "token").AbsoluteUri;
                    options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.None;
                });
            });
        Uri start = new(app.Client.BaseAddress!, $"link/acme?client_id=one&redirect_uri={Uri.EscapeDataString(LinkingService.Target)}&state={Uri.EscapeDataString(LinkingService.State)}");
        using TestBrowser first = new();
        using TestBrowser second = new();

        TestArrival linked = await first.GoAsync(start);
        TestArrival taken = await second.GoAsync(start);

        linked.Location.Should().MatchRegex($"^{Regex.Escape(LinkingService.Target)}\\?code=[0-9a-f]{{32}}&state={Regex.Escape(Uri.EscapeDataString(LinkingService.State))}$");
        taken.Location.Should().Be(LinkingService.Error("access_denied", "This account at Acme is already linked to another user."));
    }
}
