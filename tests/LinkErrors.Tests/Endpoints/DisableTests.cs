using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Endpoints;

/// <summary>What is taken out is the host's alone, until something more specific takes it in again.</summary>
public sealed class DisableTests
{
    [Theory]
    [InlineData("/group", true)]
    [InlineData("/endpoint", false)]
    [InlineData("/attribute", false)]
    [InlineData("/inner/again", true)]
    [InlineData("/inner/out", false)]
    [InlineData("/order/last", true)] // A call on the endpoint is nearer than its attribute, and the last of several counts: the analyzer of redirects relies on it.
    [InlineData("/order/out", false)]
    [InlineData("/order/call", true)]
    [InlineData("/order/called-out", false)]
    [InlineData("/later/group", true)]
    [InlineData("/request", true)]
    [InlineData("/model/fails", true)]
    [InlineData("/model/fails/alone", false)]
    public async Task Exception_OfAnEndpoint_IsAnsweredAsTheMostSpecificSays(string path, bool answered)
    {
        await using TestApp app = await StartAsync(catchAll: false);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(answered ? 400 : 500);
        answer.Body.Contains("invalid_grant", StringComparison.Ordinal).Should().Be(answered);
    }

    [Fact]
    public async Task CatchAll_OnADisabledEndpoint_CatchesNothing()
    {
        await using TestApp app = await StartAsync(catchAll: true);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/endpoint", HttpMethod.Get);

        answer.Body.Should().BeEmpty();
    }

    [Fact]
    public async Task LinkResult_OfADisabledEndpoint_IsStillAnswered()
    {
        await using TestApp app = await StartAsync(catchAll: false);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/result", HttpMethod.Get);

        answer.Body.Should().Contain("invalid_grant");
    }

    [Fact]
    public async Task ErrorResult_OfADisabledEndpoint_StaysAsItIs()
    {
        await using TestApp app = await StartAsync(catchAll: false);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/bad", HttpMethod.Get);

        answer.Body.Should().Be("\"mine\"");
    }

    [Fact]
    public async Task ErrorResult_OfAnEndpointThatIsTakenInAgain_IsConverted()
    {
        await using TestApp app = await StartAsync(catchAll: false);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/off/bad", HttpMethod.Get);

        answer.Body.Should().Be("""{"error":"invalid_request","error_description":"ours"}""");
    }

    private static Task<TestApp> StartAsync(bool catchAll) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            var group = app.MapGroup("/").WithLinkErrors(LinkEndpointKind.Api);
            group.MapGet("/group", Throw);
            group.MapGet("/endpoint", Throw).DisableLinkErrors();
            group.MapGet("/attribute", [DisableLinkErrors] string () => throw new LinkTokenExpiredException());
            group.MapGet("/result", () => TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired)).DisableLinkErrors();
            group.MapGet("/bad", () => TypedResults.BadRequest("mine")).DisableLinkErrors();
            group.MapGet("/request", string (HttpContext context) =>
            {
                context.SetLinkErrors();
                throw new LinkTokenExpiredException();
            }).DisableLinkErrors();
            app.MapControllers().WithLinkErrors(LinkEndpointKind.Api, "oauth");
            var off = app.MapGroup("/off").DisableLinkErrors();
            off.MapGet("/bad", () => TypedResults.BadRequest("ours")).WithLinkErrors(LinkEndpointKind.Api);
            var order = app.MapGroup("/order");
            order.MapGet("/last", Throw).DisableLinkErrors().WithLinkErrors(LinkEndpointKind.Api);
            order.MapGet("/out", Throw).WithLinkErrors(LinkEndpointKind.Api).DisableLinkErrors();
            order.MapGet("/call", [DisableLinkErrors] string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api);
            order.MapGet("/called-out", [LinkErrors(LinkEndpointKind.Api)] string () => throw new LinkTokenExpiredException()).DisableLinkErrors();
            var later = app.MapGroup("/later");
            later.MapGet("/group", Throw);
            later.WithLinkErrors(LinkEndpointKind.Api);
            var inner = group.MapGroup("/inner").DisableLinkErrors();
            inner.MapGet("/out", Throw);
            inner.MapGet("/again", Throw).WithLinkErrors();
        },
        services: builder =>
        {
            builder.Services.AddControllers().AddApplicationPart(typeof(DisableTests).Assembly);
            builder.Services.AddLinkErrors(options => options.CatchAll = catchAll);
        });

    private static string Throw() => throw new LinkTokenExpiredException();
}
