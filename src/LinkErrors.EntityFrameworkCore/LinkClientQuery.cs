using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors;

/// <summary>Asks the database, each time in a scope of its own.</summary>
internal sealed class LinkClientQuery<TContext>(IServiceScopeFactory scopes) : ILinkClientQuery
    where TContext : DbContext
{
    public async Task<LinkClient?> FindAsync(LinkClientName name, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            IQueryable<StoredLinkClient> clients = scope.ServiceProvider.GetRequiredService<TContext>().Set<StoredLinkClient>().AsNoTracking();
            return name.IsRedirectUri
                ? await FindByRedirectUriAsync(clients, name.Text, cancellationToken).ConfigureAwait(false)
                : await FindByIdAsync(clients, name.Text, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A database that compares without case or accents finds what nobody asked for.</summary>
    private static async Task<LinkClient?> FindByIdAsync(IQueryable<StoredLinkClient> clients, string clientId, CancellationToken cancellationToken)
    {
        StoredLinkClient? row = await clients.TagWith("LinkErrors: a client by its identifier")
            .SingleOrDefaultAsync(client => client.ClientId == clientId, cancellationToken).ConfigureAwait(false);
        return string.Equals(row?.ClientId, clientId, StringComparison.Ordinal) ? row!.ToClient() : null;
    }

    /// <summary>As with the clients of the configuration: the URI itself first, then one of which the port may differ; of several clients the first.</summary>
    private static async Task<LinkClient?> FindByRedirectUriAsync(IQueryable<StoredLinkClient> clients, string redirectUri, CancellationToken cancellationToken)
    {
        string key = StoredRedirectUri.KeyOf(redirectUri);
        StoredLinkClient? row = await clients.TagWith("LinkErrors: a client by its redirect URI").OrderBy(client => client.ClientId)
            .FirstOrDefaultAsync(client => client.RedirectUris.Any(uri => uri.Key == key), cancellationToken).ConfigureAwait(false);
        if (row is null && LinkClient.WithoutLoopbackPort(redirectUri) is { } loopback)
        {
            string loopbackKey = StoredRedirectUri.KeyOf(loopback);
            row = await clients.TagWith("LinkErrors: a client by its loopback URI").OrderBy(client => client.ClientId)
                .FirstOrDefaultAsync(client => client.RedirectUris.Any(uri => uri.LoopbackKey == loopbackKey), cancellationToken).ConfigureAwait(false);
        }

        return row?.ToClient();
    }
}
