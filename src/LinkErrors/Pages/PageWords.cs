namespace LinkErrors.Pages;

/// <summary>The words for one error in one language, and the names that stand in them.</summary>
internal sealed record PageWords(PageTexts Texts, PageLanguage Language, PageSituation Situation, string Code, Func<string, string?> Names)
{
    public PageText Title => FindPart("Title");

    public PageText Message => FindPart("Message");

    public PageText Action => WaitKey is null ? FindPart("Action") : Find(WaitKey);

    /// <summary>The key of the text that says how long to wait, which then stands in place of the action.</summary>
    public string? WaitKey { get; init; }

    public string WindowTitle => Texts.Find(Language, name => name == "title" ? Title.ToString() : Names(name), "page.WindowTitle").ToString();

    /// <summary>One of the fixed texts.</summary>
    public PageText Find(string key) => Texts.Find(Language, Names, key);

    private PageText FindPart(string part) => Texts.Find(Language, Names, $"{Code}.{part}", $"{Situation.Name}.{part}");
}
