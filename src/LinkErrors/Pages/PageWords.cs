using System.Text.Json;

namespace LinkErrors.Pages;

/// <summary>The words for one error in one language, and the names that stand in them.</summary>
internal sealed record PageWords(PageTexts Texts, PageLanguage Language, PageSituation Situation, LinkError Error, string? Product)
{
    public PageText Title => FindPart("Title");

    public PageText Message => FindPart("Message");

    public PageText Action => WaitKey is null ? FindPart("Action") : Find(WaitKey);

    /// <summary>The key of the text that says how long to wait, which then stands in place of the action.</summary>
    public string? WaitKey { get; init; }

    /// <summary>
    /// Whether every error of the same code has these words as long as the settings hold: the texts cannot change, and nothing of the
    /// error itself is named in them.
    /// </summary>
    public bool AreFixed => Texts.AreFixed && Error.Data is null;

    public string WindowTitle => Texts.Find(Language, name => name == "title" ? Title.ToString() : FindName(name), "page.WindowTitle").ToString();

    /// <summary>One of the fixed texts.</summary>
    public PageText Find(string key) => Texts.Find(Language, FindName, key);

    private PageText FindPart(string part) => Texts.Find(Language, FindName, $"{Error.Code}.{part}", $"{Situation.Name}.{part}");

    private string? FindName(string name) => name == "product" ? Product : PageName.Clean(FindData(name));

    private string? FindData(string name) =>
        Error.Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
