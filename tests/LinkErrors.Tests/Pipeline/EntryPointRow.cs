using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Tests.Pipeline;

/// <summary>One error, as an application with the library says it, and as controllers and minimal APIs say it today.</summary>
internal sealed record EntryPointRow(LinkError Error, Func<ControllerBase, IActionResult> ActionResult, Func<IResult> Result)
{
    private static readonly string[] Required = ["is required"];

    private static readonly Dictionary<string, string[]> Failures = new(StringComparer.Ordinal) { ["name"] = Required, ["email"] = Required };

    public static IReadOnlyDictionary<string, EntryPointRow> All { get; } = new Dictionary<string, EntryPointRow>(StringComparer.Ordinal)
    {
        ["bad request"] = new(new(LinkErrorDefinitions.InvalidRequest), mvc => mvc.BadRequest(), () => TypedResults.BadRequest()),
        ["text"] = new(
            new(LinkErrorDefinitions.InvalidRequest) { Message = "That is too old." }, mvc => mvc.BadRequest("That is too old."), () => TypedResults.BadRequest("That is too old.")),
        ["value"] = new(new(LinkErrorDefinitions.Conflict), mvc => mvc.Conflict(new { Secret = 1 }), () => TypedResults.Conflict(new { Secret = 1 })),
        ["json"] = new(new(LinkErrorDefinitions.NotFound), _ => new JsonResult(new { Secret = 1 }) { StatusCode = 404 }, () => TypedResults.Json(new { Secret = 1 }, statusCode: 404)),
        ["unauthorized"] = new(new(LinkErrorDefinitions.InvalidToken), mvc => mvc.Unauthorized(), () => TypedResults.Unauthorized()),
        ["forbidden"] = new(new(LinkErrorDefinitions.Forbidden), mvc => mvc.StatusCode(403), () => TypedResults.StatusCode(403)),
        ["not found"] = new(new(LinkErrorDefinitions.NotFound), mvc => mvc.NotFound(), () => TypedResults.NotFound()),
        ["unprocessable"] = new(new(LinkErrorDefinitions.UnprocessableEntity), mvc => mvc.UnprocessableEntity(), () => TypedResults.UnprocessableEntity()),
        ["rate limited"] = new(new(LinkErrorDefinitions.RateLimited), mvc => mvc.StatusCode(429), () => TypedResults.StatusCode(429)),
        ["unavailable"] = new(new(LinkErrorDefinitions.TemporarilyUnavailable), mvc => mvc.StatusCode(503), () => TypedResults.StatusCode(503)),
        ["server error"] = new(new(LinkErrorDefinitions.ServerError), mvc => mvc.StatusCode(500), () => TypedResults.InternalServerError()),
        ["gone"] = new(new(LinkErrorDefinitions.InvalidRequest) { StatusCode = 410 }, mvc => mvc.StatusCode(410), () => TypedResults.StatusCode(410)),
        ["problem"] = new(
            new(LinkErrorDefinitions.NotFound) { Message = "There is no such link." },
            mvc => mvc.Problem("There is no such link.", statusCode: 404),
            () => TypedResults.Problem("There is no such link.", statusCode: 404)),
        ["validation"] = new(
            new(LinkErrorDefinitions.InvalidRequest)
            {
                Data = JsonElement.Parse("""{"fields":["name","email"]}"""),
                Message = "Missing or not valid: name, email.",
            },
            mvc => mvc.BadRequest(new ValidationProblemDetails(Failures)),
            () => TypedResults.ValidationProblem(Failures)),
    };
}
