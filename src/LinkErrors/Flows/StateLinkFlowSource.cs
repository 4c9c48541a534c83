using LinkErrors.Exceptions;

namespace LinkErrors.Flows;

/// <summary>
/// The flow inside the protected <c>state</c> that came back from the provider, in the query or in a posted form. One of ours
/// that cannot be trusted any more ends the search: no client gets the error, and nobody the state.
/// </summary>
internal sealed class StateLinkFlowSource(ILinkStateProtector protector, LinkFlowFactory factory, SearchReport report)
    : IRequestLinkFlowSource
{
    public bool MayFind(RequestParameters parameters) => parameters.MayStartWith(LinkParameter.State, DataProtectionLinkStateProtector.Prefix);

    public async ValueTask<LinkFlow?> FindAsync(RequestParameters parameters, CancellationToken cancellationToken)
    {
        if (!MayFind(parameters) || !parameters.TryGet(LinkParameter.State, out string? state) || !MayBeOurs(state))
        {
            return null;
        }

        bool isCallback = CallbackRequest.IsCallback(parameters);
        try
        {
            LinkFlow? flow = await factory.CreateAsync(protector.Unprotect(state!), cancellationToken).ConfigureAwait(false);
            return isCallback ? flow ?? LinkFlow.None
                : flow?.Target is null ? LinkFlow.None
                : null;
        }
        catch (LinkException exception)
        {
            if (!isCallback && exception is CallbackStateInvalidException && IsForeign(state!))
            {
                return null;
            }

            report.StateRefused(exception);
            return exception is ServerErrorException ? LinkFlow.Indeterminate : LinkFlow.None;
        }
    }

    /// <summary>Most states are not, and a service without Data Protection has made none.</summary>
    private bool MayBeOurs(string? state) =>
        state?.StartsWith(DataProtectionLinkStateProtector.Prefix, StringComparison.Ordinal) == true
        && protector is not DataProtectionLinkStateProtector { IsAvailable: false };

    /// <summary>A client may be a service with LinkErrors too, whose protected state is its own.</summary>
    private bool IsForeign(string state) => protector is DataProtectionLinkStateProtector own && !own.IsOfKeyRing(state);
}
