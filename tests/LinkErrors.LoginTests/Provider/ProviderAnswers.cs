using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LinkErrors.LoginTests.Provider;

/// <summary>What an endpoint of the provider can do: answer as it should, or in one of the ways in which it should not.</summary>
internal static class ProviderAnswers
{
    public const string Works = "works";
    public const string Dropped = "dropped";
    public const string Slow = "slow";
    public const string Html = "html";
    public const string Html502 = "html 502";
    public const string Json503 = "json 503";

    /// <summary>Anything else is the body of a 200; with <c>error:</c> in front it is the code of a 400 (RFC 6749 §5.2).</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context, string answer, object works)
    {
        switch (answer)
        {
            case Works:
                return Results.Json(works, JsonSerializerOptions.Web);
            case Dropped:
                context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();
                return Results.Empty;
            case Slow:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Results.Empty;
            case Html:
                return Results.Content("<html>Maintenance, Hunter2</html>", "text/html");
            case Html502:
                return Results.Content("<html>Bad gateway, Hunter2</html>", "text/html", statusCode: StatusCodes.Status502BadGateway);
            case Json503:
                return Results.Json(new { oops = "Hunter2" }, statusCode: StatusCodes.Status503ServiceUnavailable);
            default:
                return answer.StartsWith("error:", StringComparison.Ordinal)
                    ? Results.Json(new { error = answer[6..], error_description = "Hunter2" }, statusCode: StatusCodes.Status400BadRequest)
                    : Results.Text(answer, "application/json");
        }
    }
}
