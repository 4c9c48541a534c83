using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Endpoints;

/// <summary>An error that an endpoint returns in the right form keeps its code, its text and its members.</summary>
public sealed class ReturnedErrorTests
{
    [Theory]

    // RFC 6749 §5.2, RFC 8628 §3.5.
    [InlineData("/invalid-grant", """{"error":"invalid_grant","error_description":"The code was used."}""")]
    [InlineData("/pending", """{"error":"authorization_pending","interval":5,"error_description":"*"}""")]
    [InlineData("/slow-down", """{"error":"slow_down","error_description":"Wait."}""")]
    [InlineData("/unknown-code", """{"error":"mfa_needed","error_description":"Use the app.","mfa_token":"m-1"}""")]
    [InlineData("/dictionary", """{"error":"invalid_scope","error_description":"No such scope."}""")]

    // The same, out of a controller.
    [InlineData("/returned/json", """{"error":"invalid_grant","error_description":"The code was used."}""")]
    [InlineData("/returned/bad-request", """{"error":"slow_down","interval":10,"error_description":"Wait."}""")]

    // What is no error of the dialect is none that can be read.
    [InlineData("/other", """{"error":"invalid_request","error_description":"*"}""")]

    // RFC 9457 §3.1 and §3.2.
    [InlineData("/problem", """{"type":"https://api.example/out-of-credit","title":"You do not have enough credit.","status":403,"detail":"Your balance is 30.","code":"forbidden","instance":"/account/12345","balance":30,"traceId":"*"}""")]
    [InlineData("/problem-code", """{"status":409,"code":"conflict","title":"*","detail":"Taken.","type":"*","traceId":"*"}""")]
    public async Task Error_OfTheEndpointsOwn_KeepsWhatItSays(string path, string expected)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        JsonObject body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        JsonObject wanted = JsonNode.Parse(expected)!.AsObject();
        body.Select(member => member.Key).Should().BeEquivalentTo(wanted.Select(member => member.Key));
        foreach ((string name, JsonNode? value) in wanted.Where(member => member.Value?.ToJsonString() != "\"*\""))
        {
            body[name]!.ToJsonString().Should().Be(value!.ToJsonString(), name);
        }

        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "LinkErrorAnswered");
    }

    [Fact]
    public async Task Error_OnAnInteractiveEndpoint_ReturnsToTheClientWithItsCode()
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/browser?client_id=c&redirect_uri=https%3A%2F%2Fc.example%2Fcb&state=s", UriKind.Relative));

        response.Headers.Location!.OriginalString.Should().Be("https://c.example/cb?error=consent_required&error_description=Ask%20her.&state=s");
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        web =>
        {
            web.UseLinkErrors();
            web.MapControllers();
            RouteGroup(web, "oauth");
            web.MapGet("/problem", () => Results.Problem(
                "Your balance is 30.", "/account/12345", 403, "You do not have enough credit.", "https://api.example/out-of-credit", new Dictionary<string, object?>(StringComparer.Ordinal) { ["balance"] = 30 }))
                .WithLinkErrors(LinkEndpointKind.Api, "problem-details");
            web.MapGet("/problem-code", () => TypedResults.Problem("Taken.", statusCode: 409, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "conflict" }))
                .WithLinkErrors(LinkEndpointKind.Api, "problem-details");
            web.MapGet("/browser", () => TypedResults.BadRequest(new { error = "consent_required", error_description = "Ask her." })).WithLinkErrors(LinkEndpointKind.Interactive);
        },
        [
            KeyValuePair.Create("LinkErrors:Clients:c:RedirectUris:0", (string?)"https://c.example/cb"),
        ],
        builder =>
        {
            builder.Services.AddControllers().AddApplicationPart(typeof(ReturnedErrorTests).Assembly);
            builder.Services.AddLinkErrors().AddMvcErrors();
        });

    private static void RouteGroup(WebApplication web, string dialect)
    {
        void Map(string path, Func<object> body, int status = 400) =>
            web.MapGet(path, () => Results.Json(body(), statusCode: status)).WithLinkErrors(LinkEndpointKind.Api, dialect);

        Map("/invalid-grant", () => new { error = "invalid_grant", error_description = "The code was used." });
        Map("/pending", () => new { error = "authorization_pending", interval = 5 });
        Map("/slow-down", () => new { error = "slow_down", error_description = "Wait." });
        Map("/unknown-code", () => new { error = "mfa_needed", error_description = "Use the app.", mfa_token = "m-1" }, 403);
        Map("/dictionary", () => new Dictionary<string, string>(StringComparer.Ordinal) { ["error"] = "invalid_scope", ["error_description"] = "No such scope." });
        Map("/other", () => new { message = "Password=hunter2" });
    }
}
