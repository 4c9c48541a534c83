using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Pipeline;

/// <summary>What ASP.NET Core and HttpClient throw has a meaning; its text stays here.</summary>
public sealed class FrameworkExceptionTests
{
    private static readonly Dictionary<string, Func<Exception>> Exceptions = new(StringComparer.Ordinal)
    {
        ["bad request"] = () => new BadHttpRequestException("hunter2"),
        ["too large"] = () => new BadHttpRequestException("hunter2", 413),
        ["odd bad request"] = () => new BadHttpRequestException("hunter2", 500),
        ["antiforgery"] = () => new AntiforgeryValidationException("hunter2"),
        ["authentication"] = () => new AuthenticationFailureException("hunter2"),
        ["upstream"] = () => new HttpRequestException("hunter2"),
        ["timeout"] = () => new TimeoutException("hunter2"),
        ["client timeout"] = () => new TaskCanceledException("hunter2", new TimeoutException()),
        ["cancelled"] = () => new OperationCanceledException("hunter2"),
    };

    [Theory]
    [InlineData("bad request", 400, "invalid_request")]
    [InlineData("too large", 413, "invalid_request")]
    [InlineData("odd bad request", 500, "server_error")]
    [InlineData("antiforgery", 400, "invalid_request")]
    [InlineData("authentication", 502, "provider_error")]
    [InlineData("upstream", 502, "provider_api_error")]
    [InlineData("timeout", 504, "provider_api_error")]
    [InlineData("client timeout", 504, "provider_api_error")]
    [InlineData("cancelled", 500, "server_error")]
    public async Task Exception_OfTheFramework_HasItsError(string name, int status, string code)
    {
        await using TestApp app = await StartAsync(name, isLink: true);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get);

        answer.Status.Should().Be(status);
        answer.Body.Should().Contain($"\"code\":\"{code}\"").And.NotContain("hunter2");
    }

    [Fact]
    public async Task Exception_OnAnotherEndpoint_IsLeftToTheHost()
    {
        await using TestApp app = await StartAsync("upstream", isLink: false);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get);

        answer.Status.Should().Be(500);
        answer.Body.Should().BeEmpty();
    }

    [Fact]
    public async Task Exception_WithAMappingOfTheApplication_HasThatError()
    {
        await using TestApp app = await StartAsync("upstream", isLink: true, map: true);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get);

        answer.Body.Should().Contain("\"code\":\"conflict\"");
    }

    /// <summary>A time-out cancels the request as a client that leaves does, but here somebody waits for the answer.</summary>
    [Theory]
    [InlineData(true, "/api", 504, null)]
    [InlineData(false, "/api", 504, null)]
    [InlineData(true, "/page?client_id=web&state=xyz", 302, LabSettings.RedirectUri)]
    [InlineData(false, "/page?client_id=web&state=xyz", 302, LabSettings.RedirectUri)]
    [InlineData(true, "/late", 400, null)]
    [InlineData(false, "/late", 400, null)]
    public async Task Request_ThatTakesTooLong_IsAnswered(bool isInside, string path, int status, string? location)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                Action[] steps = [() => app.UseRequestTimeouts(), () => app.UseLinkErrors()];
                Array.ForEach(isInside ? steps : [.. steps.Reverse()], step => step());
                app.MapGet("/api", WaitAsync).WithLinkErrors(LinkEndpointKind.Api, "problem-details").WithRequestTimeout(TimeSpan.FromMilliseconds(20));
                app.MapGet("/page", WaitAsync).WithLinkErrors(LinkEndpointKind.Interactive).WithRequestTimeout(TimeSpan.FromMilliseconds(20));
                app.MapGet("/late", async (HttpContext context) =>
                {
                    await WaitAsync(context).ContinueWith(static _ => { }, TaskScheduler.Default);
                    throw new LinkTokenExpiredException();
                }).WithLinkErrors(LinkEndpointKind.Api).WithRequestTimeout(TimeSpan.FromMilliseconds(20));
            },
            LabSettings.WithClient(),
            builder => builder.Services.AddRequestTimeouts());

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(status);
        (answer.Location ?? "").Should().StartWith(location ?? "");
        (answer.Location ?? answer.Body).Should().Contain(status == 400 ? "invalid_grant" : "server_error");
    }

    private static Task WaitAsync(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    private static Task<TestApp> StartAsync(string name, bool isLink, bool map = false) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            IEndpointConventionBuilder endpoint = app.MapGet("/", string () => throw Exceptions[name]());
            if (isLink)
            {
                endpoint.WithLinkErrors(LinkEndpointKind.Api, "problem-details");
            }
        },
        services: builder => builder.Services.AddLinkErrors(options =>
        {
            if (map)
            {
                options.Map<HttpRequestException>(LinkErrorDefinitions.Conflict);
            }
        }));
}
