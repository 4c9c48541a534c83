using System.Collections.Concurrent;

namespace LinkErrors.Pages;

/// <summary>
/// Error pages that were drawn before: to look up eight texts, and to encode them, costs more than the rest of an answer. They are kept
/// as long as the settings hold, for errors whose words nothing else can change (docs/decisions/0033-pages-drawn-once.md).
/// </summary>
internal sealed class PageTemplates
{
    /// <summary>More than the library has situations in all of its languages, and no more, whatever codes an application makes.</summary>
    private const int MaximumKept = 1_024;

    private readonly ConcurrentDictionary<Key, PageTemplate> _templates = [];

    /// <summary>To count takes every lock of the dictionary, which nobody must be able to ask for once it is full.</summary>
    private volatile bool _isFull;

    /// <summary>Writes a page: from its template, or drawn anew where there is none yet or never will be.</summary>
    /// <param name="html">Takes the page; nothing is written yet.</param>
    /// <param name="page">What the page says.</param>
    /// <param name="draw">Draws it.</param>
    public void Write(HtmlWriter html, LinkErrorPageContext page, Action<HtmlWriter, LinkErrorPageContext> draw)
    {
        bool isKept = page.Words.AreFixed && page.PathBase.Length == 0 && page.DebugDetails is null;
        Key key = isKept ? Key.Of(page) : default;
        if (isKept && _templates.TryGetValue(key, out PageTemplate? template))
        {
            template.Fill(html, page);
            return;
        }

        draw(html, page);
        if (isKept && !_isFull)
        {
            _templates.TryAdd(key, new PageTemplate(html));
            _isFull = _templates.Count >= MaximumKept;
        }
    }

    /// <summary>All that a page depends on, but for the values in its holes.</summary>
    private readonly record struct Key(PageLanguage Language, string Code, PageSituation Situation, string? WaitKey, int Holes)
    {
        public static Key Of(LinkErrorPageContext page)
        {
            int holes = 0;
            for (PageHole hole = PageHole.ReturnTarget; hole <= PageHole.HelpUri; hole++)
            {
                holes |= page.Find(hole) is null ? 0 : 1 << (int)hole;
            }

            return new Key(page.Words.Language, page.Error.Code, page.Words.Situation, page.Words.WaitKey, holes);
        }

        public override int GetHashCode() => HashCode.Combine(Code, Language.Tag, Holes);
    }
}
