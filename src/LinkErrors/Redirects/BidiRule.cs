using System.Globalization;
using System.Text;

namespace LinkErrors.Redirects;

/// <summary>
/// The rule for labels that are written from right to left (RFC 5893 §2), which browsers check and
/// <see cref="IdnMapping"/> does not. Where the class of a character would have to be looked up, it is stricter.
/// </summary>
internal static class BidiRule
{
    /// <summary>The blocks whose letters are written from right to left; more are not planned (Unicode, DerivedBidiClass).</summary>
    private static readonly (int First, int Last)[] RightToLeftBlocks =
        [(0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF)];

    /// <summary>Answers whether the rule holds. One label from right to left puts every label of its host under it.</summary>
    /// <param name="labels">The labels of a host, decoded.</param>
    public static bool Allows(IReadOnlyList<string> labels) =>
        !labels.Any(label => label.EnumerateRunes().Any(IsRightToLeft)) || labels.All(AllowsLabel);

    private static bool AllowsLabel(string label)
    {
        List<Rune> runes = [.. label.EnumerateRunes()];
        int last = runes.FindLastIndex(rune => !IsMark(rune));
        if (last < 0 || !Rune.IsLetter(runes[0]))
        {
            return false;
        }

        if (!IsRightToLeft(runes[0]))
        {
            return !runes.Exists(IsRightToLeft) && (Rune.IsLetter(runes[last]) || IsEuropeanDigit(runes[last]));
        }

        bool hasBothKindsOfDigits = runes.Exists(IsEuropeanDigit) && runes.Exists(IsArabicDigit);
        return !hasBothKindsOfDigits
            && runes.TrueForAll(static rune => IsRightToLeftLetter(rune) || IsMark(rune) || IsDigit(rune) || IsNeutral(rune))
            && (IsRightToLeftLetter(runes[last]) || IsDigit(runes[last]));
    }

    private static bool IsRightToLeft(Rune rune) =>
        !IsMark(rune) && !IsEuropeanDigit(rune) && RightToLeftBlocks.Any(block => rune.Value >= block.First && rune.Value <= block.Last);

    private static bool IsRightToLeftLetter(Rune rune) => Rune.IsLetter(rune) && IsRightToLeft(rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static bool IsDigit(Rune rune) => IsEuropeanDigit(rune) || IsArabicDigit(rune);

    /// <summary>The eastern digits of Persian and Urdu are of this class too.</summary>
    private static bool IsEuropeanDigit(Rune rune) => rune.Value is (>= '0' and <= '9') or (>= 0x06F0 and <= 0x06F9);

    private static bool IsArabicDigit(Rune rune) => rune.Value is >= 0x0660 and <= 0x0669;

    /// <summary>The hyphen and the joiners, whose places <see cref="IdnMapping"/> has checked.</summary>
    private static bool IsNeutral(Rune rune) => rune.Value is '-' or 0x200C or 0x200D;
}
