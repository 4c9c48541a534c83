using LinkErrors;
using LinkErrors.Exceptions;
using LinkService.Data;
using Microsoft.AspNetCore.Mvc;

namespace LinkService.Controllers;

/// <summary>Links without a provider's page: the client asks its user for a password or an e-mail address, and hands it on.</summary>
[ApiController]
[LinkErrors(LinkEndpointKind.Api)]
public sealed class CredentialsController(IServiceProvider services) : ControllerBase
{
    private readonly LinkTokens _tokens = services.GetRequiredService<LinkTokens>();
    private readonly ProviderClient _provider = services.GetRequiredService<ProviderClient>();

    [HttpPost("/link/password")]
    public async Task<IActionResult> LinkByPassword(PasswordLink link)
    {
        LinkToken token = await _tokens.ValidateAsync(link.Token);
        string account = await _provider.CheckPasswordAsync(link.Username ?? "", link.Password ?? "", link.Code, HttpContext.RequestAborted);
        return Linked(await _tokens.ConnectAsync(token, "acme-password", account));
    }

    [HttpPost("/link/email")]
    public async Task<IActionResult> LinkByEmail(EmailLink link)
    {
        LinkToken token = await _tokens.ValidateAsync(link.Token);
        if (string.IsNullOrEmpty(link.Email))
        {
            throw new MissingFieldsException { Fields = ["email"] };
        }

        string account = await _provider.CheckEmailAsync(link.Email, link.Region ?? "", HttpContext.RequestAborted);
        return Linked(await _tokens.ConnectAsync(token, "acme-email", account));
    }

    private OkObjectResult Linked(Connection connection) => Ok(new { state = "success", connection = connection.Id });

    public sealed record PasswordLink(string? Token, string? Username, string? Password, string? Code);

    public sealed record EmailLink(string? Token, string? Email, string? Region);
}
