using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Handling;

/// <summary>
/// When the way of an error to its answer is itself faulty, both exceptions are logged and the client gets the plainest
/// safe answer: never a blank 500, never a redirect, never the text of either exception.
/// </summary>
public sealed class FaultTests
{
    private const string Fault = "fault of the dialect";

    private static readonly Dictionary<string, StubDialect> Faulty = new(StringComparer.Ordinal)
    {
        ["WriteMembers"] = new("stub") { Members = _ => throw new InvalidOperationException(Fault) },
        ["WriteMembers with half a document"] = new("stub")
        {
            Members = writer =>
            {
                writer.WriteStartArray("half");
                throw new InvalidOperationException(Fault);
            },
        },
        ["WriteMembers with bad JSON"] = new("stub") { Members = writer => writer.WriteEndArray() },
        ["WriteMembers as if its client were gone"] = new("stub") { Members = _ => throw new OperationCanceledException(Fault) },
        ["WriteMembers as if a connection were cut"] = new("stub") { Members = _ => throw new IOException(Fault) },
        ["WriteHeaders"] = new("stub") { Headers = _ => throw new InvalidOperationException(Fault) },
        ["WriteHeaders with a bad name"] = new("stub") { Headers = headers => headers.Add("bad name\r\n", "value") },
        ["GetStatusCode"] = new("stub") { StatusCode = () => throw new InvalidOperationException(Fault) },
        ["GetStatusCode without a body"] = new("stub") { StatusCode = () => 204 },
        ["WriteParameters"] = new("stub") { Parameters = _ => throw new InvalidOperationException(Fault) },
    };

    [Theory]
    [InlineData("WriteMembers", LinkEndpointKind.Api)]
    [InlineData("WriteMembers with half a document", LinkEndpointKind.Api)]
    [InlineData("WriteMembers with bad JSON", LinkEndpointKind.Api)]
    [InlineData("WriteMembers as if its client were gone", LinkEndpointKind.Api)]
    [InlineData("WriteMembers as if a connection were cut", LinkEndpointKind.Api)]
    [InlineData("WriteHeaders", LinkEndpointKind.Api)]
    [InlineData("WriteHeaders with a bad name", LinkEndpointKind.Api)]
    [InlineData("GetStatusCode", LinkEndpointKind.Api)]
    [InlineData("GetStatusCode without a body", LinkEndpointKind.Api)]
    [InlineData("WriteParameters", LinkEndpointKind.Interactive)]
    public async Task Dialect_ThatThrows_LeadsToAPlainAnswerAndTwoLogEntries(string step, LinkEndpointKind kind)
    {
        LinkTokenExpiredException cause = new("debug text");
        await using TestApp app = await StartAsync(
            app => app.MapGet("/", string () => throw cause).WithLinkErrors(kind, "stub"), builder => builder.Services.AddLinkErrors().AddDialect(Faulty[step]));

        using HttpResponseMessage response = await app.Client.GetAsync("/" + LabSettings.Flow);
        string body = await response.Content.ReadAsStringAsync();

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        response.GetLocation().Should().BeNull();
        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        response.GetHeader("Cache-Control").Should().Be("no-store");
        body.Should().Be("An unexpected error occurred.");
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "ResponseFailed").Which.Level.Should().Be(LogLevel.Critical);
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "ResponseFailedCause").Which.Exception.Should().BeSameAs(cause);
    }

    /// <summary>What the host decided for every response holds for the plainest one too: a script from elsewhere must be able to read it.</summary>
    [Fact]
    public async Task PlainAnswer_OnAHostWithPolicies_KeepsTheirHeadersAndNoOthers()
    {
        await using TestApp app = await StartAsync(
            app =>
            {
                app.Use(next => context =>
                {
                    context.Response.Headers.StrictTransportSecurity = "max-age=1";
                    context.Response.Headers.AccessControlAllowOrigin = "https://app.example";
                    context.Response.Headers["X-Half-Done"] = "1";
                    return next(context);
                });
                app.MapGet("/", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api, "stub");
            },
            builder => builder.Services.AddLinkErrors().AddDialect(Faulty["WriteMembers"]));

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        response.GetHeader("Strict-Transport-Security").Should().Be("max-age=1");
        response.GetHeader("Access-Control-Allow-Origin").Should().Be("https://app.example");
        response.GetHeader("X-Half-Done").Should().BeNull();
        response.GetHeader("X-Content-Type-Options").Should().Be("nosniff");
    }

    [Fact]
    public async Task Result_WithAFaultyDialect_IsAnsweredPlainlyToo()
    {
        await using TestApp app = await StartAsync(
            app => app.MapGet("/", () => TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired)).WithLinkErrors(LinkEndpointKind.Api, "stub"),
            builder => builder.Services.AddLinkErrors().AddDialect(Faulty["WriteMembers"]));

        (await (await app.Client.GetAsync("/")).Content.ReadAsStringAsync()).Should().Be("An unexpected error occurred.");
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "ResponseFailed").Which.Exception!.Message.Should().Be(Fault);
    }

    [Fact]
    public async Task PlainAnswer_ToAHeadRequest_HasNoBody()
    {
        await using TestApp app = await StartAsync(
            app => app.MapMethods("/", ["HEAD"], string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api, "stub"),
            builder => builder.Services.AddLinkErrors().AddDialect(Faulty["WriteMembers"]));
        using HttpRequestMessage request = new(HttpMethod.Head, "/");

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ClientStore_ThatThrows_IsLoggedAndTheErrorAnsweredHere(bool isLater)
    {
        InvalidOperationException fault = new("secret of the store");
        StubClientStore store = new(async _ =>
        {
            if (isLater)
            {
                await Task.Yield();
            }

            throw fault;
        });
        await using TestApp app = await StartAsync(
            app => app.MapGet("/", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive),
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<ILinkClientStore>(store)));

        using HttpResponseMessage response = await app.Client.GetAsync("/" + LabSettings.Flow);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest, "it is the error of the application that is answered");
        response.GetLocation().Should().BeNull();
        (await response.Content.ReadAsStringAsync()).Should().StartWith("""{"error":"invalid_grant",""").And.NotContain("secret");
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "FlowSourceFailed").Which.Exception.Should().BeSameAs(fault);
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "LinkErrorAnswered");
    }

    private static Task<TestApp> StartAsync(Action<WebApplication> map, Action<WebApplicationBuilder> services) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            map(app);
        },
        LabSettings.WithClient(("FallbackRedirectUri", "https://ui.example.org/error")),
        services);
}
