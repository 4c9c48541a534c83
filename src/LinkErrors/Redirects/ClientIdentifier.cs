using System.Text;

namespace LinkErrors.Redirects;

/// <summary>
/// Which client identifiers there can be: wider than the printable ASCII of RFC 6749 appendix A.1, for other systems have others, but
/// without what never arrives as it was sent.
/// </summary>
internal static class ClientIdentifier
{
    /// <summary>Why no request can name a client so; null when one can.</summary>
    public static string? Check(string clientId)
    {
        // Almost all are, and a million may be checked at the start.
        if (!clientId.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return null;
        }

        int index = 0;
        foreach (Rune rune in clientId.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return $"character U+{(int)clientId[index]:X4} at position {index} cannot stand in a client identifier (RFC 6749 appendix A.1), so no request could name this client. Take it out.";
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }
}
