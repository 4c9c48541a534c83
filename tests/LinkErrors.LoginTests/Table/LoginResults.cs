using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Provider;

namespace LinkErrors.LoginTests.Table;

/// <summary>The logins at the provider that goes wrong as it is told.</summary>
public sealed class LoginResults : IAsyncLifetime
{
    private LoginProvider? _provider;

    /// <summary>Of applications that name their scheme.</summary>
    internal LoginRuns Runs { get; private set; } = null!;

    /// <summary>Of applications that name none.</summary>
    internal LoginRuns Unnamed { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        LoginProvider provider = _provider = await LoginProvider.StartAsync();
        Runs = new LoginRuns(provider.Address, behavior => provider.Behavior = behavior, LoginHandler.Scheme);
        Unnamed = new LoginRuns(provider.Address, behavior => provider.Behavior = behavior);
    }

    public async Task DisposeAsync()
    {
        await Runs.DisposeAsync();
        await Unnamed.DisposeAsync();
        await _provider!.DisposeAsync();
    }
}
