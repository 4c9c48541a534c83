using Microsoft.AspNetCore.Http;

namespace LinkErrors.Flows;

/// <summary>
/// A source that goes by what the request says. The request is read for it, because a search can be left when the time is up,
/// but a read of the body has to be over before the answer begins.
/// </summary>
internal interface IRequestLinkFlowSource : ILinkFlowSource
{
    /// <summary>False where a look at the request says already that there is nothing to find.</summary>
    bool MayFind(RequestParameters parameters);

    ValueTask<LinkFlow?> FindAsync(RequestParameters parameters, CancellationToken cancellationToken);

    /// <summary>Asked by somebody else than the search, it goes by the query.</summary>
    ValueTask<LinkFlow?> ILinkFlowSource.FindAsync(HttpContext context, CancellationToken cancellationToken) =>
        FindAsync(new RequestParameters(context.Request.QueryString), cancellationToken);
}
