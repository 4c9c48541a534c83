using LinkErrors.Benchmarks;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace LinkErrors.Tests.Responses;

/// <summary>
/// What one answer allocates, without the server and with no logger listening. The numbers are those of a debug build, in which every
/// asynchronous method has an object of its own; they fall with each thing that is not made, and a change that gives some back fails here. They have
/// room for the framework, which allocates more until its own code is compiled for speed, and that takes longer on a busy machine.
/// </summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const string Flow = "?client_id=acme&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=xyz-123";

    private const int WarmUp = 60;
    private const int Runs = 20;

    [Theory]
    [InlineData("thrown, redirect", Flow, "text/html", LinkEndpointKind.Interactive, true, 3_200)]
    [InlineData("thrown, JSON", "", "application/json", LinkEndpointKind.Api, true, 1_700)]
    [InlineData("thrown, page", "", "text/html", LinkEndpointKind.Interactive, true, 2_850)]
    [InlineData("returned, redirect", Flow, "text/html", LinkEndpointKind.Interactive, false, 2_500)]
    [InlineData("returned, JSON", "", "application/json", LinkEndpointKind.Api, false, 1_000)]
    public async Task Answer_OfEachKind_AllocatesNoMoreThanIsKnown(string path, string query, string accept, LinkEndpointKind kind, bool isThrown, int limit)
    {
        long bytes = await MeasureAsync(query, accept, kind, isThrown);

        output.WriteLine($"{path}: {bytes}");
        bytes.Should().BeLessThanOrEqualTo(limit, path);
    }

    [Theory]
    [InlineData("/minimal", 3_700)]
    [InlineData("/minimal-later", 4_800)]
    [InlineData("/minimal-result", 4_900)]
    [InlineData("/minimal-answering", 3_700)]
    [InlineData("/minimal-answering-later", 5_000)]
    [InlineData("/allocations/plain", 11_700)]
    [InlineData("/allocations/answering", 6_000)]
    public async Task Endpoint_OfEachKind_AllocatesNoMoreThanIsKnown(string path, int limit)
    {
        await using WebApplication app = Build(builder =>
        {
            builder.Services.AddRouting();
            builder.Services.AddControllers().AddApplicationPart(typeof(AllocationController).Assembly);
            builder.Services.AddLinkErrors().AddMvcErrors();
        });
        app.UseRouting();
        app.UseLinkErrors();
        app.MapGet("/minimal", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/minimal-later", ThrowLaterAsync).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/minimal-result", async Task<IResult> () =>
        {
            await Task.CompletedTask;
            throw new LinkTokenExpiredException();
        }).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/minimal-answering", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive, answerAtEndpoint: true);
        app.MapGet("/minimal-answering-later", ThrowLaterAsync).WithLinkErrors(LinkEndpointKind.Interactive, answerAtEndpoint: true);
        app.MapControllers();
        app.UseEndpoints(_ => { });

        long bytes = await MeasureAsync(app, path, Flow, "text/html");

        output.WriteLine($"{path}: {bytes}");
        bytes.Should().BeLessThanOrEqualTo(limit, path);
    }

    // RFC 6749 §10.12 and common sense: what an attacker sends must cost the attacker more than us.
    [Theory]
    [InlineData("?client_id=nobody&redirect_uri=https%3A%2F%2Fevil.example%2Fcb&state=")]
    [InlineData("?client_id=acme&client_id=acme&state=")]
    [InlineData("?unknown=")]
    [InlineData("?request=x&state=")]
    public async Task Garbage_OfEightKilobytes_AllocatesWhatAShortOneDoes(string query)
    {
        long little = await MeasureAsync(query + "a%20", "text/html", LinkEndpointKind.Interactive, isThrown: true);
        long much = await MeasureAsync(query + string.Concat(Enumerable.Repeat("a%20", 2_000)), "text/html", LinkEndpointKind.Interactive, isThrown: true);

        much.Should().BeLessThanOrEqualTo(little + 64);
    }

    private static async Task<long> MeasureAsync(string query, string accept, LinkEndpointKind kind, bool isThrown)
    {
        await using WebApplication app = Build(static _ => { });
        LinkError error = new(LinkErrorDefinitions.LinkTokenExpired);
        app.UseLinkErrors();
        app.Run(context =>
        {
            context.SetLinkErrors(kind, "oauth");
            return isThrown ? Task.FromException(new LinkTokenExpiredException()) : Results.LinkError(error).ExecuteAsync(context);
        });
        return await MeasureAsync(app, "/", query, accept);
    }

    private static WebApplication Build(Action<WebApplicationBuilder> configure)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddLinkErrors(options =>
        {
            options.Dialect = "oauth";
            options.Clients["acme"] = new LinkClientOptions { RedirectUris = { "https://app.example/cb" } };
        });
        configure(builder);
        return builder.Build();
    }

    private static async Task<string> ThrowLaterAsync()
    {
        await Task.CompletedTask;
        throw new LinkTokenExpiredException();
    }

    private static async Task<long> MeasureAsync(WebApplication app, string path, string query, string accept)
    {
        RequestDelegate pipeline = ((IApplicationBuilder)app).Build();
        BenchmarkRequest request = new(app.Services, path, query, accept);
        long least = long.MaxValue;
        for (int run = 0; run < WarmUp + Runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Task answer = request.SendAsync(pipeline);
            long after = GC.GetAllocatedBytesForCurrentThread();
            answer.IsCompletedSuccessfully.Should().BeTrue();
            least = Math.Min(least, after - before);
        }

        return least;
    }
}
