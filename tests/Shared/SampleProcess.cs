using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace LinkErrors.Tests.Shared;

/// <summary>A built sample as a process of its own, for what a host of this process cannot show: the environment, and two of them.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private const string Ready = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentDictionary<string, int> _linesByLevel = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _complaints = new();
    private long _logBytes;

    private SampleProcess(Process process) => _process = process;

    /// <summary>Everything that it wrote until it was ready or ended.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Its exit code; null when it listens.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Whether it has ended, now.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>How many lines the console logger has written, by its names of the levels, since the sample was ready.</summary>
    public IReadOnlyDictionary<string, int> LinesByLevel => _linesByLevel;

    /// <summary>What it has logged at Warning and above since it was ready.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>How many bytes it has written to its console since it was ready.</summary>
    public long LogBytes => Volatile.Read(ref _logBytes);

    public HttpClient Client { get; } =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <summary>Starts a sample and waits until it listens or ends.</summary>
    /// <param name="assembly">The path of its assembly.</param>
    /// <param name="environment">Environment variables.</param>
    public static async Task<SampleProcess> StartAsync(string assembly, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", assembly, "--urls", "http://127.0.0.1:0" },
            WorkingDirectory = Path.GetDirectoryName(assembly),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        SampleProcess sample = new(Process.Start(start)!);
        await sample.WaitAsync();
        return sample;
    }

    /// <summary>Bytes of memory in use, and threads.</summary>
    public (long Memory, int Threads) Measure()
    {
        _process.Refresh();
        return (_process.WorkingSet64, _process.Threads.Count);
    }

    /// <summary>Ends it as a machine does that loses its power.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await KillAsync();
        _process.Dispose();
    }

    /// <summary>Reads until it says that it listens, or until it ends.</summary>
    private async Task WaitAsync()
    {
        using CancellationTokenSource patience = new(Patience);
        Task<string> errors = _process.StandardError.ReadToEndAsync(patience.Token);
        StringBuilder output = new();
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            output.AppendLine(line);
            int address = line.IndexOf(Ready, StringComparison.Ordinal);
            if (address >= 0)
            {
                Client.BaseAddress = new Uri(line[(address + Ready.Length)..]);
                Output = output.ToString();
                _ = DrainAsync();
                return;
            }
        }

        await _process.WaitForExitAsync(patience.Token);
        Output = output.Append(await errors).ToString();
        ExitCode = _process.ExitCode;
    }

    /// <summary>A full pipe would stop the process.</summary>
    private async Task DrainAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Interlocked.Add(ref _logBytes, Encoding.UTF8.GetByteCount(line) + 1);
            string level = line.Split(':')[0];
            if (level.Length == 4)
            {
                _linesByLevel.AddOrUpdate(level, 1, static (_, count) => count + 1);
            }

            if (level is "warn" or "fail" or "crit")
            {
                _complaints.Enqueue(line);
            }
        }
    }
}
