using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Table;

namespace LinkErrors.LoginTests.Peers;

/// <summary>The logins at oidc-provider.</summary>
public sealed class OidcProviderLogins : IAsyncLifetime
{
    private readonly OidcProviderUser _provider = new();

    internal LoginRuns Runs { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _provider.InitializeAsync();
        Runs = new LoginRuns(_provider.Address, behave: null, LoginHandler.Scheme);
    }

    public async Task DisposeAsync()
    {
        await Runs.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
