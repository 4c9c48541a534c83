using System.Text.Encodings.Web;
using LinkErrors.Flows;
using LinkErrors.Tests.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Pipeline;

/// <summary>A remote login that fails with an error of <see cref="EntryPointRow"/>. Its properties carry the flow that the query names.</summary>
internal sealed class RowHandler(IOptionsMonitor<StubOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : RemoteAuthenticationHandler<StubOptions>(options, logger, encoder)
{
    protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        Context.SetLinkErrors(Enum.Parse<LinkEndpointKind>(Request.Query["kind"]!), Request.Query["dialect"]);
        AuthenticationProperties properties = new();
        properties.SetLinkFlow(new LinkFlowRequest { ClientId = Request.Query["client_id"], RedirectUri = Request.Query["redirect_uri"], State = Request.Query["state"] });
        return Task.FromResult(HandleRequestResult.Fail(EntryPointRow.All[Request.Query["row"]!].Error.ToException(), properties));
    }
}
