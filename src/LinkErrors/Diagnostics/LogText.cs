using System.Text;
using LinkErrors.Model;

namespace LinkErrors.Diagnostics;

/// <summary>Makes text of others fit for a log: one line, no control character, bounded.</summary>
internal static class LogText
{
    private const int MaximumLength = 500;

    private const string WordsKey = "LinkErrors.LogText";

    /// <summary>Says an exception of others in other words than its message, where these are known to be wrong.</summary>
    public static void SetWords(Exception exception, string words)
    {
        if (words != exception.Message)
        {
            exception.Data[WordsKey] = words;
        }
    }

    /// <summary>The message of an exception and those of its causes, which an expected error shows in place of a stack.</summary>
    public static string Describe(Exception exception)
    {
        StringBuilder messages = new(exception.Message);
        for (Exception? cause = exception.InnerException; cause is not null && messages.Length < MaximumLength; cause = cause.InnerException)
        {
            messages.Append(" <- ").Append(cause.GetType().Name).Append(": ").Append(cause.Data[WordsKey] as string ?? cause.Message);
        }

        return Escape(messages.ToString());
    }

    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "(none)";
        }

        return text.Length > MaximumLength ? SingleLine.Escape(text[..MaximumLength]) + "..." : SingleLine.Escape(text);
    }
}
