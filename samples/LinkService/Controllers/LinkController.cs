using System.Security.Claims;
using LinkErrors;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkService.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkService.Controllers;

/// <summary>Where the browser of a user goes through a link. Whatever is thrown here reaches the client that began, with its own state.</summary>
[LinkErrors(LinkEndpointKind.Interactive)]
public sealed class LinkController(IServiceProvider services) : Controller
{
    private const string TokenItem = "link_token";

    private readonly LinkTokens _tokens = services.GetRequiredService<LinkTokens>();

    [HttpGet("/")]
    public IActionResult Index() => View();

    /// <summary>The choice of ways, for clients without a page of their own for it.</summary>
    [HttpGet("/link")]
    public async Task<IActionResult> Choose(string? token)
    {
        await _tokens.ValidateAsync(token);
        ViewData["Token"] = token;
        return View();
    }

    [HttpPost("/link/cancel")]
    public async Task<IActionResult> Cancel([FromForm] string? token)
    {
        await _tokens.ValidateAsync(token);
        throw new UserCancelledException { Provider = "Acme" };
    }

    [HttpGet("/link/oauth/{provider}")]
    public async Task<IActionResult> Begin(string provider, string? token)
    {
        LinkToken link = await _tokens.ValidateAsync(token);
        if (provider is not ("acme" or "acme-id"))
        {
            throw new EntityMissingException { Entity = "The provider" };
        }

        AuthenticationProperties properties = new() { RedirectUri = $"/link/complete/{provider}" };
        properties.SetLinkFlow(LinkTokens.CreateRequest(link));
        properties.Items[TokenItem] = link.Id;
        return Challenge(properties, provider);
    }

    /// <summary>After a good login: the first look at the account, then the link. The library brings the flow here in <c>state</c>.</summary>
    [HttpGet("/link/complete/{provider}")]
    public async Task<IActionResult> Complete(string provider)
    {
        AuthenticateResult login = await HttpContext.AuthenticateAsync(LinkServiceApplication.ExternalScheme);
        if (login.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } account || login.Properties!.Items[TokenItem] is not { } id)
        {
            throw new SessionMissingException("The cookie of the login is not there.");
        }

        await HttpContext.SignOutAsync(LinkServiceApplication.ExternalScheme);
        LinkToken token = await _tokens.ValidateByIdAsync(id);
        await services.GetRequiredService<ProviderClient>().ReadProfileAsync(login.Properties.GetTokenValue("access_token"), HttpContext.RequestAborted);
        Connection connection = await _tokens.ConnectAsync(token, provider, account);
        return Finish(HttpContext.GetLinkFlow()!, connection);
    }

    /// <summary>Success goes where errors go: the validated target, with the client's state.</summary>
    private IActionResult Finish(LinkFlow flow, Connection connection)
    {
        if (flow.Target is not { } target)
        {
            return View("Done");
        }

        Dictionary<string, string?> answer = new(StringComparer.Ordinal) { ["connection"] = connection.Id, ["state"] = flow.State };
        ViewData["Target"] = target.Uri;
        return flow.ResponseMode switch
        {
            LinkResponseMode.Fragment => Redirect(target.Uri + "#" + QueryHelpers.AddQueryString("", answer).TrimStart('?')),
            LinkResponseMode.FormPost => View("Post", answer),
            LinkResponseMode.WebMessage => View("Message", answer),
            _ => Redirect(QueryHelpers.AddQueryString(target.Uri, answer)),
        };
    }
}
