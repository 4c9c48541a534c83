using System.Buffers;
using System.Text;

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

    private static SearchValues<char> AsciiLetters { get; } = SearchValues.Create(Characters('A', 'Z', except: "") + Characters('a', 'z', except: ""));

    /// <summary>A URI as it was written, or percent-encoded where it has characters that no parameter may have.</summary>
    public static string ToUri(Uri uri)
    {
        string text = uri.OriginalString;
        return ReplaceOutside(text.AsSpan().ContainsAnyExcept(OAuthUri) ? uri.AbsoluteUri : text, OAuthUri);
    }

    /// <summary>Latin letters lose their marks, so that words stay words.</summary>
    public static string ToOAuthDescription(string text) =>
        ReplaceOutside(text.AsSpan().ContainsAnyExcept(OAuthDescription) ? Decompose(text) : text, OAuthDescription);

    /// <summary>A text of an error: where no letter of it can be sent, as in other alphabets, the definition's own says more.</summary>
    public static string ToOAuthDescription(LinkError error, string text)
    {
        string fitted = ToOAuthDescription(text);
        return error.HasExplicitMessage && fitted != text && !fitted.AsSpan().ContainsAny(AsciiLetters)
            ? ToOAuthDescription(new LinkError(error.Definition) { Data = error.Data }.Message)
            : fitted;
    }

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

    private static string Decompose(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char character in text)
        {
            if (character is (< '\u00C0' or > '\u024F') and (< '\u1E00' or > '\u1EFF'))
            {
                letters.Append(character);
            }
            else if (Spell(character) is { } spelled)
            {
                letters.Append(spelled);
            }
            else
            {
                letters.Append(character.ToString().Normalize(NormalizationForm.FormD)[0]);
            }
        }

        return letters.ToString();
    }

    /// <summary>Letters that Unicode does not decompose.</summary>
    private static string? Spell(char letter) => letter switch
    {
        '\u00DF' => "ss",
        '\u1E9E' => "SS",
        '\u00C6' => "AE",
        '\u00E6' => "ae",
        '\u0152' => "OE",
        '\u0153' => "oe",
        '\u00D8' => "O",
        '\u00F8' => "o",
        '\u0141' => "L",
        '\u0142' => "l",
        '\u00D0' or '\u0110' => "D",
        '\u00F0' or '\u0111' => "d",
        '\u00DE' => "Th",
        '\u00FE' => "th",
        '\u0131' => "i",
        _ => null,
    };

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
