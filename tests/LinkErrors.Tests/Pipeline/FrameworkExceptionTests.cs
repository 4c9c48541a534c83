using LinkErrors.Endpoints;
using LinkErrors.Errors;
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
