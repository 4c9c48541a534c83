using System.Text.Json;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Client.Tests.Peers;

/// <summary>
/// What an MCP client meets before it may speak to a server: a protected resource and its authorization server. All errors
/// are those of the <c>oauth</c> dialect. The first token lacks a scope for tools; the second one has it.
/// </summary>
internal sealed class McpServerHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private McpServerHost(WebApplication app) => _app = app;

    public Uri Resource => new(Address, "mcp");

    /// <summary>Without a slash at its end: issuers are compared letter for letter (RFC 8414 §3.3).</summary>
    private string Issuer => _app.Urls.First();

    private Uri Address => new(Issuer);

    /// <param name="tokenError">What the token endpoint answers; null for tokens.</param>
    public static async Task<McpServerHost> StartAsync(LinkErrorDefinition? tokenError = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();

        // The address is known once the server listens, and settings may change while it runs.
        builder.Services.AddLinkErrors();
        WebApplication app = builder.Build();
        McpServerHost host = new(app);
        app.UseLinkErrors();
        app.MapPost("/mcp", host.Answer).WithLinkErrors(LinkEndpointKind.Api, "oauth");
        app.MapGet("/mcp", () => Results.StatusCode(StatusCodes.Status405MethodNotAllowed));
        app.MapGet("/meta", () => Results.Json(new { resource = host.Resource, authorization_servers = new[] { host.Issuer } }));
        app.MapGet("/.well-known/oauth-authorization-server", () => Results.Text(
            $$"""
            {
              "issuer": "{{host.Issuer}}", "authorization_endpoint": "{{host.Address}}authorize", "token_endpoint": "{{host.Address}}token",
              "response_types_supported": ["code"], "code_challenge_methods_supported": ["S256"],
              "token_endpoint_auth_methods_supported": ["client_secret_post"]
            }
            """,
            "application/json"));
        app.MapPost("/token", IResult ([FromForm] string code) => tokenError is null
                ? Results.Json(new { access_token = code, token_type = "Bearer", expires_in = 3600 })
                : TypedResults.LinkError(tokenError))
            .WithLinkErrors(LinkEndpointKind.Api, "oauth").DisableAntiforgery();
        await app.StartAsync();
        app.Configuration["LinkErrors:ResourceMetadata"] = new Uri(host.Address, "meta").AbsoluteUri;
        ((IConfigurationRoot)app.Configuration).Reload();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Answer(HttpContext context, [FromBody] JsonElement message)
    {
        string token = context.Request.Headers.Authorization.ToString();
        string? method = message.GetProperty("method").GetString();
        if (token.Length == 0)
        {
            throw new LinkException(new LinkError(LinkErrorDefinitions.InvalidToken) { Scopes = ["links:read"] });
        }

        if (method == "tools/list" && token == "Bearer code-1")
        {
            throw new InsufficientScopeException { Scopes = ["links:read", "links:write"] };
        }

        if (!message.TryGetProperty("id", out JsonElement id))
        {
            return Results.Accepted();
        }

        return method switch
        {
            "initialize" => Reply(id, "\"result\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{}},\"serverInfo\":{\"name\":\"links\",\"version\":\"1\"}}"),
            "tools/list" => Reply(id, "\"result\":{\"tools\":[]}"),
            _ => Reply(id, "\"error\":{\"code\":-32601,\"message\":\"Method not found\"}"),
        };
    }

    private static IResult Reply(JsonElement id, string members) =>
        Results.Text($"{{\"jsonrpc\":\"2.0\",\"id\":{id.GetRawText()},{members}}}", "application/json");
}
