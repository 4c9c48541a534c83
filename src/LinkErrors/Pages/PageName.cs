using System.Text;

namespace LinkErrors.Pages;

/// <summary>A name that comes from elsewhere, as it may stand in a sentence: one line, bounded, without marks that turn the text around it.</summary>
internal static class PageName
{
    private const int MaximumLength = 60;

    /// <summary>A name that can be shown; null for one of which nothing is left.</summary>
    public static string? Clean(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        StringBuilder clean = new();
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (clean.Length >= MaximumLength)
            {
                clean.Append('\u2026');
                break;
            }

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!TurnsText(rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        string text = clean.ToString().TrimEnd();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The directional formatting characters (UAX #9 §2).</summary>
    private static bool TurnsText(int value) => value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
