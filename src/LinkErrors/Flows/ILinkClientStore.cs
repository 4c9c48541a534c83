namespace LinkErrors.Flows;

/// <summary>
/// Finds registered clients. The default reads <see cref="LinkErrorsOptions.Clients"/>; register your own to read
/// them from elsewhere. A store that fails or is slow leads to a local answer, never to a redirect. Only an asynchronous one can
/// be left when the time is up: one that blocks its thread keeps everybody waiting. One that answers with another client than
/// asked, as a database does that compares without case, is not believed, and a warning names it.
/// </summary>
/// <remarks>
/// Register it as a singleton. What it needs of a scope, such as a <c>DbContext</c>, it takes from one of its own in each call
/// (<see cref="Microsoft.Extensions.DependencyInjection.IServiceScopeFactory"/>).
/// </remarks>
public interface ILinkClientStore
{
    /// <summary>Finds a client by its identifier.</summary>
    /// <param name="clientId">The identifier as the request has it; compare it letter for letter.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The client; null when there is none.</returns>
    ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken);

    /// <summary>Finds the client that has registered a redirect URI, for requests that name no client.</summary>
    /// <param name="redirectUri">The URI as the request has it; compare it letter for letter.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The client; null when there is none.</returns>
    ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken);
}
