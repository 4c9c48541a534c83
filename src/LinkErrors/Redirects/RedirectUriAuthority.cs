using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LinkErrors.Flows;

namespace LinkErrors.Redirects;

/// <summary>The host and port of a redirect URI, in the one spelling that every browser keeps as it is.</summary>
internal static class RedirectUriAuthority
{
    private const int MaximumHostLength = 253;
    private const int MaximumLabelLength = 63;
    private const string AcePrefix = "xn--";

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly SearchValues<char> IPv6Characters = SearchValues.Create("abcdef0123456789:");
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    public static RedirectUriRefusal? Check(ReadOnlySpan<char> authority, out ReadOnlySpan<char> host)
    {
        host = authority;
        if (authority.Contains('@'))
        {
            return new("userinfo", "a redirect URI has no user name or password in front of its host.");
        }

        int colon = authority is ['[', ..] ? authority.IndexOf("]:", StringComparison.Ordinal) + 1 : authority.IndexOf(':');
        if (colon > 0)
        {
            host = authority[..colon];
            if (CheckPort(authority[(colon + 1)..]) is { } refusal)
            {
                return refusal;
            }
        }

        return host is ['[', ..] ? CheckIPv6(host) : CheckName(host);
    }

    public static RedirectUriRefusal? CheckPort(ReadOnlySpan<char> port) =>
        port.Length is > 0 and <= 5 && port[0] != '0' && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? null
            : new("port", "a port is a number from 1 to 65535 without leading zeros.");

    private static RedirectUriRefusal? CheckIPv6(ReadOnlySpan<char> host)
    {
        ReadOnlySpan<char> address = host[^1] == ']' ? host[1..^1] : [];
        return !address.ContainsAnyExcept(IPv6Characters)
            && IPAddress.TryParse(address, out IPAddress? parsed)
            && parsed.AddressFamily == AddressFamily.InterNetworkV6
                ? null
                : new("host", "a host in square brackets is an IPv6 address in lower case, without a zone.");
    }

    private static RedirectUriRefusal? CheckName(ReadOnlySpan<char> host)
    {
        if (host.Length is 0 or > MaximumHostLength)
        {
            return new("host", $"a host has 1 to {MaximumHostLength} characters.");
        }

        if (host.Contains('*'))
        {
            return new("wildcard", "a wildcard is not supported: redirect URIs are compared letter for letter (RFC 9700 section 4.1.3). Register each by itself.");
        }

        ReadOnlySpan<char> last = [];
        foreach (Range range in host.Split('.'))
        {
            last = host[range];
            if (last.Length is 0 or > MaximumLabelLength || last.ContainsAnyExcept(LabelCharacters))
            {
                return new("host", "a host has labels of 1 to 63 lower-case letters, digits, '-' and '_', separated by single dots.");
            }

            if (last.StartsWith(AcePrefix, StringComparison.Ordinal) && Decode(last.ToString()) is null)
            {
                return new("host", $"the label '{last}' of the host is not a valid internationalised name (UTS 46).");
            }
        }

        if (host.Contains(AcePrefix, StringComparison.Ordinal) && !BidiRule.Allows([.. host.ToString().Split('.').Select(label => Decode(label)!)]))
        {
            return new("host", $"the host '{host}' mixes directions of writing, which browsers refuse (RFC 5893 section 2).");
        }

        // A browser reads a host whose last label is a number as an IPv4 address, in any of its odd spellings.
        bool isNumber = !last.ContainsAnyExceptInRange('0', '9') || last.StartsWith("0x", StringComparison.Ordinal);
        return !isNumber || IsDottedQuad(host)
            ? null
            : new("host", "a host that ends in a number is an IPv4 address of four decimal numbers without leading zeros.");
    }

    private static bool IsDottedQuad(ReadOnlySpan<char> host)
    {
        int count = 0;
        foreach (Range range in host.Split('.'))
        {
            ReadOnlySpan<char> number = host[range];
            count++;
            if (!byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) || (number.Length > 1 && number[0] == '0'))
            {
                return false;
            }
        }

        return count == 4;
    }

    /// <summary>What a label says; null when an internationalised one is not the one spelling of something valid.</summary>
    private static string? Decode(string label)
    {
        if (!label.StartsWith(AcePrefix, StringComparison.Ordinal))
        {
            return label;
        }

        try
        {
            string decoded = Idn.GetUnicode(label);
            return Idn.GetAscii(decoded) == label ? decoded : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
