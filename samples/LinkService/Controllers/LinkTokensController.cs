using System.Text.Json.Serialization;
using LinkErrors;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Mvc;

namespace LinkService.Controllers;

/// <summary>
/// Where the server of a client asks for a link token. It authenticates itself here, by the means that you have; the sample leaves that out.
/// </summary>
[ApiController]
[LinkErrors(LinkEndpointKind.Api)]
public sealed class LinkTokensController(IServiceProvider services) : ControllerBase
{
    [HttpPost("/api/link-tokens")]
    public async Task<IActionResult> Issue(IssueRequest request)
    {
        LinkTokens tokens = services.GetRequiredService<LinkTokens>();
        LinkFlowRequest flow = new() { ClientId = request.ClientId, RedirectUri = request.RedirectUri, State = request.State, ResponseMode = request.ResponseMode };
        string token = await tokens.IssueAsync(flow, request.UserId, TimeSpan.FromSeconds(Math.Clamp(request.ExpiresIn, 0, 3600)));
        return Ok(new { link_token = token });
    }

    public sealed record IssueRequest(
        [property: JsonPropertyName("client_id")] string ClientId,
        [property: JsonPropertyName("redirect_uri")] string RedirectUri,
        [property: JsonPropertyName("user_id")] string UserId,
        [property: JsonPropertyName("state")] string? State = null,
        [property: JsonPropertyName("response_mode")] string? ResponseMode = null,
        [property: JsonPropertyName("expires_in")] int ExpiresIn = 900);
}
