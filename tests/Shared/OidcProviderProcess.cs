using System.Diagnostics;

namespace LinkErrors.Tests.Shared;

/// <summary>npm's oidc-provider in a process of its own, where node and its packages are (<c>eng/test.sh</c> installs them).</summary>
public abstract class OidcProviderProcess(string script) : IAsyncLifetime
{
    private Process? _process;

    /// <summary>Why the server cannot be asked; null when it can.</summary>
    public static string? Missing { get; } = Directory.Exists(Path.Combine(Folder(), "node_modules", "oidc-provider"))
        ? null
        : "oidc-provider is not installed: run 'npm ci' in tests/LinkErrors.Client.Tests/Peers/OidcProvider.";

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public async Task InitializeAsync()
    {
        if (Missing is null)
        {
            _process = Process.Start(new ProcessStartInfo("node", script)
            {
                WorkingDirectory = Folder(),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            _process.BeginErrorReadLine();
            string? line = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Address = new Uri(line ?? throw new InvalidOperationException("The OAuth server ended before it listened."));
        }
    }

    public Task DisposeAsync()
    {
        _process?.Kill();
        _process?.Dispose();
        return Task.CompletedTask;
    }

    private static string Folder() => Path.Combine(Checkout.Root, "tests", "LinkErrors.Client.Tests", "Peers", "OidcProvider");
}
