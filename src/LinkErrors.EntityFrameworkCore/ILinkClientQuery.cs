using LinkErrors.Flows;

namespace LinkErrors;

/// <summary>The database behind the cache.</summary>
internal interface ILinkClientQuery
{
    Task<LinkClient?> FindAsync(LinkClientName name, CancellationToken cancellationToken);
}
