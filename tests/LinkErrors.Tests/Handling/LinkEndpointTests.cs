using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Handling;

/// <summary>
/// A link error is answered on every endpoint. What nobody expected is answered only where link errors were promised:
/// on link endpoints, and everywhere with <c>CatchAll</c>.
/// </summary>
public sealed class LinkEndpointTests
{
    private const string Secret = "secret connection string Password=hunter2";

    private static readonly Dictionary<string, Action<WebApplication>> Endpoints = new(StringComparer.Ordinal)
    {
        ["ordinary"] = app => app.MapGet("/", Throw),
        ["WithLinkErrors"] = app => app.MapGet("/", Throw).WithLinkErrors(),
        ["group"] = app => app.MapGroup("/").WithLinkErrors().MapGet("/", Throw),
        ["outer group"] = app => app.MapGroup("/").WithLinkErrors().MapGroup("/").MapGet("/", Throw),
        ["attribute on a lambda"] = app => app.MapGet("/", [LinkErrors] string () => throw new InvalidOperationException(Secret)),
        ["attribute on an action"] = app => app.MapControllers(),
        ["said by the request"] = app => app.MapGet("/", string (HttpContext context) =>
        {
            context.SetLinkErrors();
            throw new InvalidOperationException(Secret);
        }),
        ["no endpoint"] = app => app.Use(_ => _ => throw new InvalidOperationException(Secret)),
    };

    [Theory]
    [InlineData("ordinary", "/", false, false)]
    [InlineData("ordinary", "/", true, true)]
    [InlineData("WithLinkErrors", "/", false, true)]
    [InlineData("group", "/", false, true)]
    [InlineData("outer group", "/", false, true)]
    [InlineData("attribute on a lambda", "/", false, true)]
    [InlineData("attribute on an action", "/action/marked", false, true)]
    [InlineData("attribute on an action", "/action/ordinary", false, false)]
    [InlineData("attribute on an action", "/action/ordinary", true, true)]
    [InlineData("attribute on an action", "/controller/ordinary", false, true)]
    [InlineData("said by the request", "/", false, true)]
    [InlineData("no endpoint", "/", false, false)]
    [InlineData("no endpoint", "/", true, true)]
    public async Task UnexpectedException_IsAnswered_OnLinkEndpointsOrWithCatchAll(string endpoint, string path, bool catchAll, bool isAnswered)
    {
        await using TestApp app = await StartAsync(Endpoints[endpoint], ("CatchAll", catchAll ? "true" : "false"));

        using HttpResponseMessage response = await app.Client.GetAsync(path);
        string body = await response.Content.ReadAsStringAsync();

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        body.Should().NotContain("secret").And.NotContain("hunter2");
        if (isAnswered)
        {
            body.Should().StartWith("""{"error":"server_error",""");
        }
        else
        {
            body.Should().BeEmpty("the host answers");
            app.Log.Own.Should().OnlyContain(entry => entry.EventId.Name == "MvcErrorsMissing", "nothing else is said, and that at the start");
        }
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(413, 413)]
    [InlineData(499, 499)]
    [InlineData(500, 500)]
    public async Task BadHttpRequestException_OnALinkEndpoint_KeepsItsClientErrorStatus(int thrown, int answered)
    {
        await using TestApp app = await StartAsync(
            app => app.MapGet("/", string () => throw new BadHttpRequestException(Secret, thrown)).WithLinkErrors());

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        ((int)response.StatusCode).Should().Be(answered);
        (await response.Content.ReadAsStringAsync()).Should()
            .StartWith(answered < 500 ? """{"error":"invalid_request",""" : """{"error":"server_error",""").And.NotContain("secret");
    }

    [Fact]
    public async Task LinkException_OnAnOrdinaryControllerAction_IsAnswered()
    {
        await using TestApp app = await StartAsync(app => app.MapControllers());

        using HttpResponseMessage response = await app.Client.GetAsync("/action/link-exception");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static readonly Dictionary<string, Action<WebApplication>> Specific = new(StringComparer.Ordinal)
    {
        ["group says all"] = app => app.MapGroup("/").WithLinkErrors(LinkEndpointKind.Api, "zapier").MapGet("/", Expire),
        ["endpoint says the dialect"] = app => app.MapGroup("/").WithLinkErrors(LinkEndpointKind.Api, "zapier").MapGet("/", Expire).WithLinkErrors(dialect: "junction"),
        ["endpoint says the kind"] = app => app.MapGroup("/").WithLinkErrors(LinkEndpointKind.Api, "zapier").MapGet("/", Expire).WithLinkErrors(LinkEndpointKind.Interactive),
        ["endpoint says nothing"] = app => app.MapGroup("/").WithLinkErrors(LinkEndpointKind.Api, "zapier").MapGet("/", Expire).WithLinkErrors(),
        ["inner group over outer group"] = app => app.MapGroup("/").WithLinkErrors(LinkEndpointKind.Interactive, "zapier")
            .MapGroup("/").WithLinkErrors(LinkEndpointKind.Api, "junction").MapGet("/", Expire),
        ["attribute over group"] = app => app.MapGroup("/").WithLinkErrors(LinkEndpointKind.Interactive, "zapier")
            .MapGet("/", [LinkErrors(Kind = LinkEndpointKind.Api, Dialect = "junction")] string () => throw new LinkTokenExpiredException()),
        ["last call on an endpoint"] = app => app.MapGet("/", Expire).WithLinkErrors(LinkEndpointKind.Interactive, "zapier").WithLinkErrors(LinkEndpointKind.Api, "junction"),
        ["request over endpoint"] = app => app.MapGet("/", string (HttpContext context) =>
        {
            context.SetLinkErrors(LinkEndpointKind.Api, "junction");
            throw new LinkTokenExpiredException();
        }).WithLinkErrors(LinkEndpointKind.Interactive, "zapier"),
        ["request says the kind"] = app => app.MapGet("/", string (HttpContext context) =>
        {
            context.SetLinkErrors(LinkEndpointKind.Api);
            throw new LinkTokenExpiredException();
        }).WithLinkErrors(LinkEndpointKind.Interactive, "zapier"),
        ["request says nothing"] = app => app.MapGet("/", string (HttpContext context) =>
        {
            context.SetLinkErrors();
            throw new LinkTokenExpiredException();
        }).WithLinkErrors(LinkEndpointKind.Api, "zapier"),
        ["controllers"] = app => app.MapControllers(),
    };

    /// <summary>Each property on its own, the most specific that says something: request, endpoint, inner group, outer group.</summary>
    [Theory]
    [InlineData("group says all", "/", "api", "zapier")]
    [InlineData("endpoint says the dialect", "/", "api", "junction")]
    [InlineData("endpoint says the kind", "/", "interactive", "zapier")]
    [InlineData("endpoint says nothing", "/", "api", "zapier")]
    [InlineData("inner group over outer group", "/", "api", "junction")]
    [InlineData("attribute over group", "/", "api", "junction")]
    [InlineData("last call on an endpoint", "/", "api", "junction")]
    [InlineData("request over endpoint", "/", "api", "junction")]
    [InlineData("request says the kind", "/", "api", "zapier")]
    [InlineData("request says nothing", "/", "api", "zapier")]
    [InlineData("controllers", "/controller/inherits", "api", "zapier")]
    [InlineData("controllers", "/controller/dialect", "api", "junction")]
    [InlineData("controllers", "/controller/kind", "interactive", "zapier")]
    public async Task Metadata_OfSeveralLevels_CountsFromTheMostSpecific(string endpoint, string path, string kind, string dialect)
    {
        await using TestApp app = await StartAsync(Specific[endpoint]);

        using HttpResponseMessage response = await app.Client.GetAsync(path + LabSettings.Flow);
        string answer = response.GetLocation() ?? await response.Content.ReadAsStringAsync();

        (response.GetLocation() is null).Should().Be(kind == "api");
        answer.Contains("error_type", StringComparison.Ordinal).Should().Be(dialect == "junction");
        answer.Contains("error_description", StringComparison.Ordinal).Should().Be(dialect == "zapier");
    }

    /// <summary>The endpoint's dialect before the client's, the client's before the configured one.</summary>
    [Theory]
    [InlineData(null, null, "oauth", "error=invalid_request&error_description=")]
    [InlineData(null, null, "junction", "state=error&error_type=")]
    [InlineData(null, "zapier", "junction", "error=invalid_request&error_description=Token%20expired")]
    [InlineData("orcidlink", "zapier", "junction", "code=")]
    public async Task Dialect_SaidByEndpointClientAndSettings_IsTheMostSpecific(string? endpoint, string? client, string settings, string query)
    {
        await using TestApp app = await StartAsync(
            app => app.MapGet("/", Expire).WithLinkErrors(dialect: endpoint), ("Dialect", settings), ("Clients:web:Dialect", client));

        using HttpResponseMessage response = await app.Client.GetAsync("/" + LabSettings.Flow);

        response.GetLocation().Should().StartWith(LabSettings.RedirectUri + "?" + query);
    }

    /// <summary>A dialect that only a request can name wrongly is no reason to fail: the configured one answers, and the log says so once.</summary>
    [Fact]
    public async Task Dialect_ThatNobodyKnows_FallsBackToTheConfiguredOne()
    {
        await using TestApp app = await StartAsync(app => app.MapGet("/", Expire).WithLinkErrors(dialect: "klingon"), ("Dialect", "zapier"));

        using HttpResponseMessage response = await app.Client.GetAsync("/" + LabSettings.Flow);
        using HttpResponseMessage again = await app.Client.GetAsync("/" + LabSettings.Flow);

        response.GetLocation().Should().Contain("error_description=Token%20expired");
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "DialectUnknown").Which.Text.Should().ContainAll("klingon", "zapier", "problem-details");
    }

    private static string Throw() => throw new InvalidOperationException(Secret);

    private static string Expire() => throw new LinkTokenExpiredException();

    private static Task<TestApp> StartAsync(Action<WebApplication> map, params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            map(app);
        },
        LabSettings.WithClient(settings),
        builder => builder.Services.AddControllers().AddApplicationPart(typeof(LinkEndpointTests).Assembly));
}
