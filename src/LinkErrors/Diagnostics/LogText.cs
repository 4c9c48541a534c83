using System.Globalization;
using System.Text;

namespace LinkErrors.Diagnostics;

/// <summary>Makes text of others fit for a log: one line, no control character, bounded.</summary>
internal static class LogText
{
    private const int MaximumLength = 500;

    /// <summary>The message of an exception and those of its causes, which an expected error shows in place of a stack.</summary>
    public static string Describe(Exception exception)
    {
        StringBuilder messages = new(exception.Message);
        for (Exception? cause = exception.InnerException; cause is not null && messages.Length < MaximumLength; cause = cause.InnerException)
        {
            messages.Append(" <- ").Append(cause.GetType().Name).Append(": ").Append(cause.Message);
        }

        return Escape(messages.ToString());
    }

    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "(none)";
        }

        ReadOnlySpan<char> shown = text.AsSpan(0, Math.Min(text.Length, MaximumLength));
        StringBuilder? escaped = null;
        for (int index = 0; index < shown.Length; index++)
        {
            char character = shown[index];
            bool isPlain = !char.IsControl(character) && character is not ('\u2028' or '\u2029') && !char.IsSurrogate(character)
                && char.GetUnicodeCategory(character) != UnicodeCategory.Format;
            if (isPlain)
            {
                escaped?.Append(character);
                continue;
            }

            escaped ??= new StringBuilder(shown.Length + 16).Append(shown[..index]);
            escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }

        string result = escaped?.ToString() ?? shown.ToString();
        return text.Length > MaximumLength ? result + "..." : result;
    }
}
