using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Endpoints;

/// <summary>A link error is returned in the framework's own two ways.</summary>
public sealed class ResultsTests
{
    [Theory]
    [InlineData("/results/error", "Wait for it")]
    [InlineData("/results/definition", "Wait for it")]
    [InlineData("/typed/error", "Wait for it")]
    [InlineData("/typed/definition", "Wait for it")]
    public async Task LinkError_OfResultsAndTypedResults_AnswersAlike(string path, string message)
    {
        LinkError error = new(LinkErrorDefinitions.RateLimited) { Message = message };
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/results/error", () => Results.LinkError(error)).WithLinkErrors(LinkEndpointKind.Api, "loop");
            app.MapGet("/results/definition", () => Results.LinkError(LinkErrorDefinitions.RateLimited, message)).WithLinkErrors(LinkEndpointKind.Api, "loop");
            app.MapGet("/typed/error", () => TypedResults.LinkError(error)).WithLinkErrors(LinkEndpointKind.Api, "loop");
            app.MapGet("/typed/definition", () => TypedResults.LinkError(LinkErrorDefinitions.RateLimited, message)).WithLinkErrors(LinkEndpointKind.Api, "loop");
        });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(429);
        answer.Body.Should().Contain("rate_limited").And.Contain(message);
    }

    [Fact]
    public void LinkError_OfTypedResults_IsOfItsOwnType()
    {
        LinkErrorResult result = TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired);

        result.Error.Should().Be(new LinkError(LinkErrorDefinitions.LinkTokenExpired));
    }
}
