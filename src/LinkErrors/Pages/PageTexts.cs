using System.Resources;

namespace LinkErrors.Pages;

/// <summary>
/// The words of the pages: the application's own first, then those that come with the library. English is the neutral
/// resource; each other language is a satellite assembly.
/// </summary>
internal sealed class PageTexts(IEnumerable<PageTextSource> sources)
{
    /// <summary>The end of the key of a text that is for when a name is not known.</summary>
    public const string Unnamed = ".unnamed";

    private static readonly ResourceManager Shipped = new(typeof(PageTexts));

    private readonly PageTextSource[] _sources = [.. sources];

    /// <summary>Whether a text that was found once is always found so: whatever is not from a resource may come from a database.</summary>
    public bool AreFixed { get; } = sources.All(static source => source.IsFixed);

    public PageLanguages Languages { get; } = new(sources.SelectMany(source => source.Languages));

    /// <summary>The library's text of a key; null without one.</summary>
    public static string? FindShipped(string key, PageLanguage language) => Shipped.GetString(key, language.Culture);

    /// <summary>A text with its names.</summary>
    /// <param name="language">The language.</param>
    /// <param name="find">Finds a name; null for one that is not known.</param>
    /// <param name="keys">The keys, the most special first; the library has a text for the last one.</param>
    public PageText Find(PageLanguage language, Func<string, string?> find, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            foreach (PageTextSource source in _sources)
            {
                if ((Fill(source.Find(key, language), find) ?? Fill(source.Find(key + Unnamed, language), find)) is { } text)
                {
                    return text;
                }
            }
        }

        string last = keys[^1];
        return Fill(FindShipped(last, language), find)
            ?? Fill(FindShipped(last + Unnamed, language), find)
            ?? throw new InvalidOperationException($"There is no text with the key '{last}'.");
    }

    private static PageText? Fill(string? template, Func<string, string?> find) => template is null ? null : PageText.Fill(template, find);
}
