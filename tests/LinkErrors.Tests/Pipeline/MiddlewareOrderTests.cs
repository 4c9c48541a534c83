using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Pipeline;

/// <summary>Beside the middleware that people use, in the orders in which they use it: nothing is lost, nothing answered twice.</summary>
public sealed class MiddlewareOrderTests
{
    private const string Origin = "https://app.example";

    private static readonly Dictionary<string, Action<WebApplication>> Steps = new(StringComparer.Ordinal)
    {
        ["link"] = app => app.UseLinkErrors(),
        ["handler"] = app => app.UseExceptionHandler(handler => handler.Run(context => context.Response.WriteAsync("handled by the host"))),
        ["developer"] = app => app.UseDeveloperExceptionPage(),
        ["pages"] = app => app.UseStatusCodePages(),
        ["cors"] = app => app.UseCors(policy => policy.WithOrigins(Origin).AllowCredentials()),
        ["compression"] = app => app.UseResponseCompression(),
        ["cache"] = app => app.UseOutputCache(),
        ["https"] = app => app.UseHttpsRedirection(),
        ["static"] = app => app.UseStaticFiles(),
        ["routing"] = app => app.UseRouting(),
    };

    public static TheoryData<string> Orders =>
    [
        "handler https static routing cors compression cache link",
        "handler https static routing cors link compression cache",
        "handler link https static routing cors compression cache",
        "compression handler pages https static routing cors link cache",
        "developer https static compression routing cors cache link",
        "link https static routing cors pages",
        "cors handler link",
        "pages handler routing link cors cache compression",
        "cache compression cors link",
        "compression cache link cors",
    ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task LinkError_InAPipeline_IsAnsweredOnceAndWithCors(string order)
    {
        await using TestApp app = await StartAsync(order);

        LabAnswer answer = await AskAsync(app, "/link");
        LabAnswer again = await AskAsync(app, "/link");

        answer.Status.Should().Be(400);
        answer.Body.Should().Be("""{"error":"invalid_grant","error_description":"The link token has expired."}""");
        again.Should().BeEquivalentTo(answer, "an error is not cached");
        answer.Headers.Should().Contain("Cache-Control", "no-store");
        answer.Headers.Should().NotContainKey("Age");
        if (order.Contains("cors", StringComparison.Ordinal))
        {
            answer.Headers.Should().Contain("Access-Control-Allow-Origin", Origin).And.Contain("Access-Control-Allow-Credentials", "true");
        }

        app.Log.Own.Should().HaveCount(2);
    }

    /// <summary>Junction answers errors with 200, which output caching would keep.</summary>
    [Theory]
    [InlineData("cache link", "/junction")]
    [InlineData("link cache", "/junction")]
    [InlineData("cache link", "/junction/returned")]
    [InlineData("link cache", "/junction/returned")]
    public async Task Error_With200_IsNotCached(string order, string path)
    {
        await using TestApp app = await StartAsync(order);

        (await AskAsync(app, path)).Status.Should().Be(200);
        LabAnswer again = await AskAsync(app, path);

        again.Headers.Should().NotContainKey("Age").And.Contain("Cache-Control", "no-store");
        app.Log.Own.Should().HaveCount(2);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Redirect_InAPipeline_KeepsItsLocation(string order)
    {
        await using TestApp app = await StartAsync(order);

        LabAnswer answer = await AskAsync(app, "/interactive" + LabSettings.Flow);

        answer.Status.Should().Be(302);
        answer.Location.Should().Be(LabSettings.RedirectUri + "?error=invalid_request&error_description=The%20link%20token%20has%20expired.&state=xyz");
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task OtherEndpoint_InAPipeline_IsAnsweredByTheHost(string order)
    {
        ArgumentNullException.ThrowIfNull(order);
        await using TestApp app = await StartAsync(order);

        LabAnswer failed = await AskAsync(app, "/ordinary");
        LabAnswer fine = await AskAsync(app, "/fine");

        failed.Status.Should().Be(500);
        failed.Body.Should().NotContain("server_error");
        failed.Body.Contains("handled by the host", StringComparison.Ordinal).Should().Be(order.Contains("handler", StringComparison.Ordinal));
        failed.Body.Contains("hunter2", StringComparison.Ordinal).Should().Be(order.Contains("developer", StringComparison.Ordinal), "that page is for developers");
        fine.Body.Should().Be("fine");
        app.Log.Own.Should().BeEmpty();
    }

    /// <summary>An exception handler inside answers first: documented, and once all the same.</summary>
    [Fact]
    public async Task LinkError_WithTheExceptionHandlerInside_IsAnsweredByTheHostOnce()
    {
        await using TestApp app = await StartAsync("link handler");

        LabAnswer answer = await AskAsync(app, "/link");

        answer.Status.Should().Be(500);
        answer.Body.Should().Be("handled by the host");
    }

    /// <summary>Status pages outside find an answer; inside they answer first, and are left alone.</summary>
    [Theory]
    [InlineData("pages routing link", "invalid_request")]
    [InlineData("link routing pages", "Status Code: 404")]
    public async Task EmptyStatus_WithStatusCodePages_IsAnsweredOnce(string order, string body)
    {
        await using TestApp app = await StartAsync(order);

        LabAnswer answer = await AskAsync(app, "/empty");

        answer.Status.Should().Be(404);
        answer.Body.Should().Contain(body);
    }

    [Fact]
    public async Task LargeError_WithCompressionOutside_IsCompressedOnce()
    {
        await using TestApp app = await StartAsync("compression cors link");
        using HttpClient client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }) { BaseAddress = app.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        (await client.GetAsync("/large")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        string body = await (await client.GetAsync("/large")).Content.ReadAsStringAsync();

        body.Should().StartWith("{").And.EndWith("}").And.Contain(new string('x', 5000));
    }

    private static Task<TestApp> StartAsync(string order) => TestApp.StartAsync(
        app =>
        {
            foreach (string step in order.Split(' '))
            {
                Steps[step](app);
            }

            app.MapGet("/link", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api);
            app.MapGet("/junction", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api, "junction");
            app.MapGet("/junction/returned", () => TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired)).WithLinkErrors(LinkEndpointKind.Api, "junction");
            app.MapGet("/interactive", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/large", string () => throw new InvalidRequestException { PublicMessage = new string('x', 5000) }).WithLinkErrors(LinkEndpointKind.Api);
            app.MapGet("/empty", context =>
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }).WithLinkErrors(LinkEndpointKind.Api);
            app.MapGet("/ordinary", string () => throw new InvalidOperationException("hunter2"));
            app.MapGet("/fine", () => "fine");
        },
        LabSettings.WithClient(),
        builder =>
        {
            builder.Services.AddCors();
            builder.Services.AddResponseCompression();
            builder.Services.AddOutputCache(options => options.AddBasePolicy(policy => policy.Cache()));
        });

    private static Task<LabAnswer> AskAsync(TestApp app, string path) =>
        LabAnswer.AskAsync(app.Client, path, HttpMethod.Get, content: null, ("Origin", Origin), ("Accept", "application/json"));
}
