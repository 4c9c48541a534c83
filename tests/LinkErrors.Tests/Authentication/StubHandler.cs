using System.Security.Claims;
using System.Text.Encodings.Web;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Authentication;

/// <summary>A remote scheme of somebody's own, which keeps its flow wherever it likes. The query says how its login ends.</summary>
internal sealed class StubHandler(IOptionsMonitor<StubOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : RemoteAuthenticationHandler<StubOptions>(options, logger, encoder), IAuthenticationSignOutHandler
{
    public Task SignOutAsync(AuthenticationProperties? properties) => Task.CompletedTask;

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        AuthenticationProperties properties = new() { RedirectUri = "/" };
        properties.SetLinkFlow(new LinkFlowRequest { ClientId = "one", RedirectUri = LinkingService.Target, State = LinkingService.State });
        switch (Request.Query["do"])
        {
            case "deny":
                HandleRequestResult denied = await HandleAccessDeniedErrorAsync(properties);
                return denied.None ? HandleRequestResult.Fail("No.", properties) : denied;
            case "correlation":
                return HandleRequestResult.Fail("Correlation failed.", properties);
            case "garbage":
                return HandleRequestResult.Fail("Nobody can read this.", properties);
            case "typed":
                return HandleRequestResult.Fail(new DuplicateConnectionException { Provider = "Stub" }, properties);
            case "throw":
                throw new HttpRequestException("Down, and the properties are lost.");
            case "throw-known":
                Context.Features.Set(properties);
                throw new HttpRequestException("Down, but the handler said which flow it is.");
            case "bug":
                return HandleRequestResult.Fail(new InvalidOperationException("Password=hunter2"), properties);
            default:
                return HandleRequestResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("stub")), properties, Scheme.Name));
        }
    }
}
