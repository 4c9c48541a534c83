using ErrorOr;
using FluentResults;
using LinkErrors.HostTests.Matrix;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Result = FluentResults.Result;

namespace LinkErrors.HostTests.ResultLibraries;

/// <summary>The adapters of docs/result-libraries.md: the code is the application's, the description stays inside.</summary>
public sealed class ResultLibraryTests
{
    [Theory]
    [InlineData("link_token_expired", ErrorType.Failure, "400 JSON `link_token_expired`")]
    [InlineData("device.none", ErrorType.NotFound, "404 JSON `not_found`")]
    [InlineData("device.taken", ErrorType.Conflict, "409 JSON `conflict`")]
    [InlineData("device.name", ErrorType.Validation, "400 JSON `invalid_request`")]
    [InlineData("device.token", ErrorType.Unauthorized, "401 JSON `invalid_token`")]
    [InlineData("device.owner", ErrorType.Forbidden, "403 JSON `forbidden`")]
    [InlineData("device.broken", ErrorType.Unexpected, "500 JSON `server_error`")]
    [InlineData(null, ErrorType.Failure, "200 ok")]
    public async Task ErrorOr_OfAnEndpoint_IsALinkError(string? code, ErrorType type, string expected)
    {
        ErrorOr<string> result = code is null ? "ok" : ErrorOr.Error.Custom((int)type, code, "hunter2");

        HostAnswer answer = await AskAsync(() => result.ToLinkResult(value => Results.Text(value)));

        answer.Words.Should().Be(expected);
        answer.Body.Should().NotContain("hunter2");
    }

    [Fact]
    public async Task FluentResult_OfAnEndpoint_IsALinkError()
    {
        Result<string> expired = Result.Fail(new FluentLinkError(new LinkErrors.LinkError(LinkErrorDefinitions.LinkTokenExpired)).CausedBy("hunter2"));
        Result<string> unknown = Result.Fail("hunter2");
        Result<string> linked = "ok";

        HostAnswer[] answers = [await AskAsync(() => Convert(expired)), await AskAsync(() => Convert(unknown)), await AskAsync(() => Convert(linked))];

        answers.Select(answer => answer.Words).Should().Equal("400 JSON `link_token_expired`", "500 JSON `server_error`", "200 ok");
        answers.Should().NotContain(answer => answer.Body.Contains("hunter2"));

        static IResult Convert(Result<string> result) => result.ToLinkResult(value => Results.Text(value));
    }

    private static async Task<HostAnswer> AskAsync(Func<IResult> handler)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", handler).WithLinkErrors(LinkEndpointKind.Api, "problem-details");
        });
        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/", UriKind.Relative));
        return await HostAnswer.ReadAsync(response);
    }
}
