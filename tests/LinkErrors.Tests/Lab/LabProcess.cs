using System.Diagnostics;
using System.Text;

namespace LinkErrors.Tests.Lab;

/// <summary>
/// The built ErrorLab as a process of its own, because the configuration file comes from an environment variable, which
/// every host of this process would see.
/// </summary>
internal sealed class LabProcess : IAsyncDisposable
{
    private const string Ready = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _file;

    private LabProcess(Process process, string file)
    {
        _process = process;
        _file = file;
    }

    /// <summary>Everything that it wrote until it was ready or ended.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Its exit code; null when it listens.</summary>
    public int? ExitCode { get; private set; }

    public HttpClient Client { get; } =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <summary>Starts it with a configuration file; null names a file that is not there.</summary>
    public static async Task<LabProcess> StartAsync(string? configuration, params (string Name, string Value)[] environment)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        if (configuration is not null)
        {
            await File.WriteAllTextAsync(file, configuration);
        }

        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "ErrorLab.dll"), "--urls", "http://127.0.0.1:0" },
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["LINKERRORS_CONFIG"] = file;
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        LabProcess lab = new(Process.Start(start)!, file);
        await lab.WaitAsync();
        return lab;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        File.Delete(_file);
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
        while (await _process.StandardOutput.ReadLineAsync() is not null)
        {
        }
    }
}
