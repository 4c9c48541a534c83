using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LinkErrors.Tests.Shared;

/// <summary>
/// A PostgreSQL of a test's own, on the loopback interface and in a temporary folder, where its programs are (<c>eng/test.sh</c> installs them).
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>PostgreSQL refuses to run as root.</summary>
    private const string ServiceUser = "postgres";

    private static readonly string? Programs = Find();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linkerrors-");
    private readonly int _port = FindPort();

    private PostgreSqlServer() => AppDomain.CurrentDomain.ProcessExit += Abandon;

    /// <summary>Why there is none; null when there is.</summary>
    public static string? Missing { get; } =
        Programs is null ? "PostgreSQL is not installed: apt-get install postgresql."
        : Environment.IsPrivilegedProcess && !File.Exists("/usr/sbin/runuser") && !File.Exists("/sbin/runuser") ? "PostgreSQL does not run as root, and there is no runuser."
        : null;

    private string Data => Path.Combine(_folder.FullName, "data");

    public static async Task<PostgreSqlServer> StartNewAsync()
    {
        PostgreSqlServer server = new();
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ServiceUser, server._folder.FullName);
        }

        await RunProgramAsync("initdb", "--pgdata", server.Data, "--username", ServiceUser, "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync");
        await server.StartAsync();
        return server;
    }

    public string ConnectTo(string database, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username={ServiceUser};Database={database};{more}");

    public Task StartAsync() => RunProgramAsync(
        "pg_ctl", "start", "--wait", "--silent", "--pgdata", Data, "--log", Path.Combine(_folder.FullName, "log"),
        "--options", string.Create(CultureInfo.InvariantCulture, $"-h 127.0.0.1 -p {_port} -k '' -c fsync=off -c max_connections=200"));

    /// <summary>Ends every connection at once, as a database does that is restarted.</summary>
    public Task StopAsync() => RunProgramAsync("pg_ctl", "stop", "--wait", "--silent", "--mode", "fast", "--pgdata", Data);

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Abandon;
        await RunProgramAsync("pg_ctl", "stop", "--wait", "--silent", "--mode", "immediate", "--pgdata", Data);
        _folder.Delete(recursive: true);
    }

    private static string? Find()
    {
        IEnumerable<string> folders = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static int FindPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        // What pg_ctl leaves running keeps what it is given, so nothing of its output is read from a pipe.
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    /// <summary>The process of the tests ends without having disposed of it.</summary>
    private void Abandon(object? sender, EventArgs arguments) => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static Task RunProgramAsync(string name, params IEnumerable<string> arguments)
    {
        string program = Path.Combine(Programs!, name);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", [.. (string[])["-u", ServiceUser, "--", program], .. arguments]) : RunAsync(program, arguments);
    }
}
