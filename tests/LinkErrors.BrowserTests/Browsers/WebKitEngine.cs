using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LinkErrors.BrowserTests.Browsers;

/// <summary>WebKitGTK under a display of its own, driven by plain WebDriver.</summary>
internal sealed class WebKitEngine : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string? Driver = Programs.Find("WebKitWebDriver");
    private static readonly string? Display = Programs.Find("Xvfb");

    private readonly List<Process> _processes = [];
    private WebDriverClient? _client;
    private string? _session;

    private WebKitEngine()
    {
    }

    /// <summary>Why there is no WebKit; null when there is.</summary>
    public static string? Missing { get; } = Driver is null || Display is null
        ? "WebKitWebDriver and Xvfb are not installed: eng/test.sh does it as root where there is apt."
        : null;

    public static async Task<WebKitEngine> StartAsync()
    {
        WebKitEngine engine = new();
        try
        {
            engine._client = await engine.ConnectAsync();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens its one window, emptied: a session starts a whole browser.</summary>
    public async Task<IBrowser> OpenAsync()
    {
        if (_session is null)
        {
            _session = await _client!.OpenSessionAsync();
        }
        else
        {
            await _client!.EmptyAsync(_session);
        }

        return new WebKitBrowser(_client, _session);
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        foreach (Process process in Enumerable.Reverse(_processes))
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static int FindPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<WebDriverClient> ConnectAsync()
    {
        // Xvfb chooses a free display and says which.
        Process display = Start(Display!, ["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
        string number = await display.StandardOutput.ReadLineAsync().WaitAsync(Limit)
            ?? throw new InvalidOperationException("Xvfb ended before it had a display.");
        int port = FindPort();
        Start(Driver!, [string.Create(CultureInfo.InvariantCulture, $"--port={port}")], ("DISPLAY", ":" + number));
        WebDriverClient client = new(new Uri($"http://127.0.0.1:{port}/"));
        await client.WaitUntilReadyAsync(Limit);
        return client;
    }

    private Process Start(string program, string[] arguments, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        _processes.Add(process);
        process.BeginErrorReadLine();
        return process;
    }
}
