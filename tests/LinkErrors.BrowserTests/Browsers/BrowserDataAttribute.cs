using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Xunit.Sdk;

namespace LinkErrors.BrowserTests.Browsers;

/// <summary>Runs a theory in one engine; where that is not installed, the row is skipped and says why.</summary>
public abstract class BrowserDataAttribute(BrowserEngine engine, string? missing) : DataAttribute
{
    /// <summary>Gets or sets whether a site of the test listens on <c>[::1]</c>.</summary>
    public bool NeedsIPv6 { get; set; }

    public override string? Skip => missing ?? (NeedsIPv6 && !HasIPv6.Value ? "This machine has no IPv6 loopback." : null);

    private static Lazy<bool> HasIPv6 { get; } = new(() =>
    {
        try
        {
            using TcpListener listener = new(IPAddress.IPv6Loopback, 0);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    });

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[engine]];
}
