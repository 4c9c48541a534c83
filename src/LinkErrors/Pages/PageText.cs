using System.Text;

namespace LinkErrors.Pages;

/// <summary>
/// A text with the names that belong into it. Names are text of others in any script, so each stays apart from the sentence:
/// in HTML by an element, elsewhere by the isolates of Unicode (UAX #9 §2.4.2).
/// </summary>
internal readonly record struct PageText
{
    /// <summary>Stands for a text of the page's own in the title of the window, which is in its language.</summary>
    private const string Title = "title";

    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    private PageText(IReadOnlyList<(string Text, bool IsName)> parts) => Parts = parts;

    public IReadOnlyList<(string Text, bool IsName)> Parts { get; }

    /// <summary>A text without names.</summary>
    public static PageText Plain(string text) => new([(text, false)]);

    /// <summary>Fills a template; null when it names something that nobody knows.</summary>
    public static PageText? Fill(string template, Func<string, string?> find)
    {
        List<(string Text, bool IsName)> parts = [];
        int start = 0;
        for (int open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', start))
        {
            int close = template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            if (find(template[(open + 1)..close]) is not { Length: > 0 } name)
            {
                return null;
            }

            if (open > start)
            {
                parts.Add((template[start..open], false));
            }

            parts.Add((name, template[(open + 1)..close] != Title));
            start = close + 1;
        }

        if (start < template.Length)
        {
            parts.Add((template[start..], false));
        }

        return new PageText(parts);
    }

    /// <summary>The text for a field of a message, whose reader does not expect marks of Unicode.</summary>
    public string ToPlainText() => string.Concat(Parts.Select(part => part.Text));

    /// <inheritdoc/>
    public override string ToString()
    {
        if (Parts is [(string only, false)])
        {
            return only;
        }

        StringBuilder text = new();
        foreach ((string part, bool isName) in Parts)
        {
            if (isName)
            {
                text.Append(FirstStrongIsolate).Append(part).Append(PopDirectionalIsolate);
            }
            else
            {
                text.Append(part);
            }
        }

        return text.ToString();
    }
}
