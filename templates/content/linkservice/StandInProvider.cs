using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkService._1;

/// <summary>Plays the provider until you have a real one: a page that asks, and a token.</summary>
internal static class StandInProvider
{
    public static void MapStandInProvider(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stand-in/authorize", Ask);
        endpoints.MapPost("/stand-in/token", () => new { access_token = "token", token_type = "Bearer", user_id = "u-1" });
    }

    private static IResult Ask(string state)
    {
        return Results.Text($"""
            <!DOCTYPE html>
            <title>Provider</title>
            <h1>Link your account?</h1>
            <a href="{Answer("code", "granted")}">Allow</a> <a href="{Answer("error", "access_denied")}">Cancel</a>
            """, "text/html");

        // To this application alone, whatever address the request names.
        string Answer(string name, string value) =>
            HtmlEncoder.Default.Encode(QueryHelpers.AddQueryString("/signin-provider", new Dictionary<string, string?> { [name] = value, ["state"] = state }));
    }
}
