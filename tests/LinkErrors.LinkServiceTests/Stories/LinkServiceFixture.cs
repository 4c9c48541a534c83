using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LinkService;
using Microsoft.Playwright;

namespace LinkErrors.LinkServiceTests.Stories;

/// <summary>One browser for all stories, and one service, with its provider and front end, for each dialect.</summary>
public sealed class LinkServiceFixture : IAsyncLifetime
{
    /// <summary>The headless shell is the same engine without a window's machinery, which takes half of the time.</summary>
    private static readonly string? Executable = new[] { "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly ConcurrentDictionary<string, Lazy<Task<LinkServiceHost>>> _hosts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Dictionary<string, Task<string>>>> _told = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static IReadOnlyList<string> Dialects { get; } = ["junction", "orcidlink", "zapier", "centralauth", "loop"];

    /// <summary>Why there is no browser; null when there is.</summary>
    public static string? Missing { get; } = Executable is null ? "Chromium is not installed: eng/test.sh does it as root where there is apt." : null;

    public async Task InitializeAsync()
    {
        if (Missing is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Executable,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
    }

    public async Task DisposeAsync()
    {
        foreach (Lazy<Task<LinkServiceHost>> host in _hosts.Values)
        {
            await (await host.Value).DisposeAsync();
        }

        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>How a story ends in a dialect. It is told in all of them at once, and each row of a theory waits for its own.</summary>
    public Task<string> TellAsync(string dialect, Func<string, Task<string>> story, [CallerMemberName] string name = "") =>
        _told.GetOrAdd(name, _ => new(() => Dialects.ToDictionary(name => name, name => Task.Run(() => story(name)), StringComparer.Ordinal))).Value[dialect];

    /// <summary>A person with a browser of her own, at the front end of a service that speaks a dialect.</summary>
    public async Task<Visitor> VisitAsync(string dialect)
    {
        string frontEnd = await FindFrontEndAsync(dialect);
        IBrowserContext context = await _browser!.NewContextAsync();
        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync(), frontEnd);
    }

    private async Task<string> FindFrontEndAsync(string dialect) => (await _hosts.GetOrAdd(dialect, name => new(() => StartAsync(name))).Value).FrontEnd;

    private Task<LinkServiceHost> StartAsync(string dialect) => LinkServiceHost.StartAsync(
    [
        "--urls=http://127.0.0.1:0",
        "--ProviderUrls=http://127.0.0.1:0",
        "--FrontEndUrls=http://127.0.0.1:0",
        $"--Database={Path.Combine(_folder.FullName, dialect + ".db")}",
        $"--LinkErrors:Dialect={dialect}",
        "--ProviderTimeout=00:00:20",
        "--Logging:LogLevel:Default=None",
    ]);
}
