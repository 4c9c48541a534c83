using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace LinkErrors.Tests.Hosts;

/// <summary>
/// What a browser makes of a URL: Node's <c>URL</c> is an implementation of the WHATWG standard. One process answers all
/// questions; where there is no Node, nothing can be asked.
/// </summary>
public static class BrowserUrl
{
    private const string Script = """
        require('readline').createInterface({ input: process.stdin }).on('line', line => {
          let answer = null;
          try {
            const url = new URL(JSON.parse(line));
            answer = { Protocol: url.protocol, Host: url.hostname, Port: url.port, Search: url.search, State: url.searchParams.get('state') };
          } catch {}
          console.log(JSON.stringify(answer));
        });
        """;

    private static readonly Lock Gate = new();
    private static readonly Process? Node = Start();

    public static bool IsAvailable => Node is not null;

    /// <summary>The parts of a URL; null when a browser refuses it.</summary>
    public static UrlParts? Parse(string url)
    {
        lock (Gate)
        {
            Node!.StandardInput.WriteLine(JsonSerializer.Serialize(url));
            Node.StandardInput.Flush();
            return JsonSerializer.Deserialize<UrlParts>(Node.StandardOutput.ReadLine()!);
        }
    }

    /// <summary>Asserts that a browser goes to the scheme, host and port of the registered target.</summary>
    public static void ShouldLeadTo(string location, string registered)
    {
        if (!IsAvailable)
        {
            return;
        }

        UrlParts? actual = Parse(location);
        UrlParts? expected = Parse(registered);
        expected.Should().NotBeNull("a browser accepts the registered {0}", registered);
        actual.Should().NotBeNull("a browser accepts {0}", location);
        (actual!.Protocol, actual.Host, actual.Port).Should().Be((expected!.Protocol, expected.Host, expected.Port), "{0} leads to {1}", location, registered);
    }

    private static Process? Start()
    {
        try
        {
            Process process = Process.Start(new ProcessStartInfo("node", ["-e", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill();
            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public sealed record UrlParts(string Protocol, string Host, string Port, string Search, string? State);
}
