using LinkErrors.Responses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Responses;

/// <summary>A page of the application is run as ASP.NET Core runs one again for a status, and leaves nothing of itself in the request.</summary>
public sealed class ErrorPagePipelineTests
{
    // RFC 9110 §9.3.2: HEAD has the headers of GET, so what answers it knows that no body is wanted.
    [Theory]
    [InlineData("GET", "GET")]
    [InlineData("HEAD", "HEAD")]
    [InlineData("POST", "GET")]
    [InlineData("DELETE", "GET")]
    public async Task Run_OfAPage_SeesItsOwnAddressAndReadsOnly(string method, string expected)
    {
        string? seen = null;
        DefaultHttpContext context = CreateRequest(method);

        await RunAsync(context, "/oops?from=1", request => seen =
            $"{request.Request.Method} {request.Request.Path}{request.Request.QueryString} {request.Request.RouteValues.Count} {request.GetEndpoint()} {request.Response.StatusCode}");

        seen.Should().Be($"{expected} /oops?from=1 0  200");
    }

    // As UseStatusCodePagesWithReExecute: the page finds by the feature what was asked for.
    [Theory]
    [InlineData("?a=1", "?a=1")]
    [InlineData("", null)]
    public async Task Run_OfAPage_TellsWhatWasAskedFor(string query, string? original)
    {
        IStatusCodeReExecuteFeature? seen = null;
        DefaultHttpContext context = CreateRequest("GET");
        context.Request.QueryString = new QueryString(query);

        await RunAsync(context, "/oops", request => seen = request.Features.Get<IStatusCodeReExecuteFeature>());

        (seen!.OriginalPathBase, seen.OriginalPath, seen.OriginalQueryString).Should().Be(("/base", "/links/7", original));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Run_OfAPage_LeavesTheRequestAsItWas(bool fails, bool isWithinAnother)
    {
        DefaultHttpContext context = CreateRequest("POST");
        Endpoint endpoint = context.GetEndpoint()!;
        RouteValueDictionary values = context.Request.RouteValues;
        StatusCodeReExecuteFeature? outer = isWithinAnother ? new() { OriginalPath = "/first", OriginalPathBase = "" } : null;
        context.Features.Set<IStatusCodeReExecuteFeature>(outer);

        Func<Task> run = () => RunAsync(context, "/oops?from=1", _ =>
        {
            if (fails)
            {
                throw new InvalidOperationException();
            }
        });

        (await Record.ExceptionAsync(run) is not null).Should().Be(fails);
        (context.Request.Method, context.Request.Path.Value, context.Request.QueryString.Value).Should().Be(("POST", "/links/7", "?a=1"));
        context.GetEndpoint().Should().BeSameAs(endpoint);
        context.Request.RouteValues.Should().BeSameAs(values);
        context.Features.Get<IStatusCodeReExecuteFeature>().Should().BeSameAs(outer);
    }

    // Middleware is built from the inside out, and the pipeline that is kept stays the same for every request.
    [Fact]
    public async Task Keep_OfASecondPipeline_LeavesTheFirst()
    {
        List<string> ran = [];
        ErrorPagePipeline pipeline = new();
        pipeline.IsAvailable.Should().BeFalse();

        foreach (string name in new[] { "first", "second" })
        {
            pipeline.Keep(CreateApplication(), _ => Note(name));
            pipeline.IsAvailable.Should().BeTrue();
        }

        await pipeline.RunAsync(CreateRequest("GET"), "/oops");

        ran.Should().Equal("first");

        Task Note(string name)
        {
            ran.Add(name);
            return Task.CompletedTask;
        }
    }

    private static async Task RunAsync(HttpContext context, string path, Action<HttpContext> page)
    {
        ErrorPagePipeline pipeline = new();
        pipeline.Keep(CreateApplication(), request =>
        {
            page(request);
            return Task.CompletedTask;
        });
        await pipeline.RunAsync(context, path);
    }

    private static ApplicationBuilder CreateApplication() => new(new ServiceCollection().BuildServiceProvider());

    private static DefaultHttpContext CreateRequest(string method)
    {
        DefaultHttpContext context = new();
        (context.Request.Method, context.Request.PathBase, context.Request.Path, context.Request.QueryString) = (method, "/base", "/links/7", new QueryString("?a=1"));
        context.Request.RouteValues = new RouteValueDictionary { ["id"] = 7 };
        context.SetEndpoint(new Endpoint(requestDelegate: null, EndpointMetadataCollection.Empty, "links"));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context;
    }
}
