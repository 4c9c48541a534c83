using System.Globalization;
using System.Text;

namespace LinkErrors.Model;

/// <summary>
/// Writes what begins a new line, steers a terminal or hides text as an escape: line ends, controls, separators, format
/// characters and lone surrogates. What is on one line cannot pretend to be another entry of a log.
/// </summary>
internal static class SingleLine
{
    public static string Escape(string text)
    {
        int first = 0;
        while (first < text.Length && IsPlain(text, first))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        StringBuilder escaped = new StringBuilder(text.Length + 16).Append(text.AsSpan(0, first));
        for (int index = first; index < text.Length; index++)
        {
            if (IsPlain(text, index))
            {
                escaped.Append(text[index]);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[index]:X4}");
            }
        }

        return escaped.ToString();
    }

    private static bool IsPlain(string text, int index) => char.GetUnicodeCategory(text[index]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Surrogate => IsOfPair(text, index),
        _ => true,
    };

    private static bool IsOfPair(string text, int index) =>
        (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
        || (index > 0 && char.IsSurrogatePair(text[index - 1], text[index]));
}
