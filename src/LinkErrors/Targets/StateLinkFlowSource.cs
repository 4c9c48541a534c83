using LinkErrors.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Targets;

/// <summary>
/// The flow inside the protected <c>state</c> that came back from the provider, in the query or in a posted form. One that
/// cannot be trusted any more counts as none.
/// </summary>
internal sealed class StateLinkFlowSource(ILinkStateProtector protector, LinkFlowFactory factory, ILogger<StateLinkFlowSource> logger)
    : ILinkFlowSource
{
    public async ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        string? state = context.Request.Query["state"] is [{ } query] ? query
            : (await RequestForm.ReadAsync(context, cancellationToken).ConfigureAwait(false))?["state"] is [{ } posted] ? posted
            : null;
        if (state is null || !state.StartsWith(DataProtectionLinkStateProtector.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return await factory.CreateAsync(protector.Unprotect(state), cancellationToken).ConfigureAwait(false);
        }
        catch (LinkException exception)
        {
            LinkErrorsLog.StateRefused(logger, exception.Code, LogText.Escape(exception.DebugMessage));
            return null;
        }
    }
}
