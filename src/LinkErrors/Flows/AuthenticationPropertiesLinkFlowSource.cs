using LinkErrors.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Flows;

/// <summary>
/// The flow that was put into the properties of a remote login when it began. Where a login comes back without one, the
/// <c>state</c> of the request is the login's own, so that no parameter beside it may send it to a client.
/// </summary>
internal sealed class AuthenticationPropertiesLinkFlowSource(LinkFlowFactory factory) : ILinkFlowSource
{
    public ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.Features.Find<AuthenticationProperties>() is { } properties ? FindAsync(properties, cancellationToken) : default;

    private async ValueTask<LinkFlow?> FindAsync(AuthenticationProperties properties, CancellationToken cancellationToken) =>
        properties.GetLinkFlow() is { } request && await factory.CreateAsync(request, cancellationToken).ConfigureAwait(false) is { } flow ? flow : LinkFlow.None;
}
