using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Targets;

/// <summary>The flow that was put into the properties of a remote login when it began.</summary>
internal sealed class AuthenticationPropertiesLinkFlowSource(LinkFlowFactory factory) : ILinkFlowSource
{
    public ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.Features.Get<AuthenticationProperties>()?.GetLinkFlow() is { } request
            ? factory.CreateAsync(request, cancellationToken)
            : ValueTask.FromResult<LinkFlow?>(null);
}
