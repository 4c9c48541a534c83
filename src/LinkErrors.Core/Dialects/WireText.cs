using System.Buffers;

namespace LinkErrors.Dialects;

/// <summary>Fits text into the character sets of headers and of OAuth error parameters.</summary>
internal static class WireText
{
    /// <summary>What every server accepts in a header value.</summary>
    public static SearchValues<char> PrintableAscii { get; } = SearchValues.Create(Characters(' ', '~', except: ""));

    /// <summary>RFC 6749 §4.1.2.1, §5.2: %x20-21 / %x23-5B / %x5D-7E, all printable ASCII but <c>"</c> and <c>\</c>.</summary>
    public static SearchValues<char> OAuthDescription { get; } = SearchValues.Create(Characters(' ', '~', except: "\"\\"));

    /// <summary>RFC 6749 §4.1.2.1 for <c>error_uri</c>: as <see cref="OAuthDescription"/> without the space.</summary>
    public static SearchValues<char> OAuthUri { get; } = SearchValues.Create(Characters('!', '~', except: "\"\\"));

    /// <summary>A URI as it was written, or percent-encoded where it has characters that no parameter may have.</summary>
    public static string ToUri(Uri uri)
    {
        string text = uri.OriginalString;
        return ReplaceOutside(text.AsSpan().ContainsAnyExcept(OAuthUri) ? uri.AbsoluteUri : text, OAuthUri);
    }

    public static string ToOAuthDescription(string text) => ReplaceOutside(text, OAuthDescription);

    /// <summary>Replaces what is not allowed: by a near ASCII character where there is one, otherwise by <c>?</c>.</summary>
    public static string ReplaceOutside(string text, SearchValues<char> allowed)
    {
        int first = text.AsSpan().IndexOfAnyExcept(allowed);
        return first < 0 ? text : string.Create(text.Length, (text, allowed), static (span, source) =>
        {
            source.text.CopyTo(span);
            foreach (ref char character in span)
            {
                if (!source.allowed.Contains(character))
                {
                    char near = Near(character);
                    character = source.allowed.Contains(near) ? near : '?';
                }
            }
        });
    }

    private static char Near(char character) => character switch
    {
        '"' or '\u2018' or '\u2019' or '\u201A' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '\'',
        '\\' => '/',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\t' or '\r' or '\n' or '\u00A0' or '\u2009' or '\u202F' => ' ',
        _ => '?',
    };

    private static string Characters(char first, char last, string except) =>
        string.Concat(Enumerable.Range(first, last - first + 1).Select(code => (char)code).Where(character => !except.Contains(character, StringComparison.Ordinal)));
}
