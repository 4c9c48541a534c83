using LinkErrors.Flows;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LinkErrors.Pages;

/// <summary>The languages of the pages, and which of them a person reads.</summary>
internal sealed class PageLanguages
{
    /// <summary>A header of thousands of languages is no wish.</summary>
    private const int MaximumWishes = 20;

    /// <summary>The languages whose texts come with the library.</summary>
    public static readonly string[] Shipped = ["en", "es", "fr", "de", "pt", "ja", "zh-Hans", "ar"];

    /// <summary>Chinese without a script, or of a place where it is simplified. Readers of the traditional script get their next language.</summary>
    private static readonly string[] SimplifiedChinese = ["zh", "zh-CN", "zh-SG", "zh-MY"];

    private readonly Dictionary<string, PageLanguage> _byTag = new(StringComparer.OrdinalIgnoreCase);
    private readonly HeaderMemory<PageLanguage?> _accepted;

    /// <summary>Creates the list.</summary>
    /// <param name="added">Tags of the languages whose texts the application adds.</param>
    public PageLanguages(IEnumerable<string> added)
    {
        _accepted = new(header => ChooseFirst(Read(header)));
        foreach (PageLanguage language in Shipped.Concat(added).Select(PageLanguage.Find).OfType<PageLanguage>())
        {
            _byTag[language.Tag] = language;
        }
    }

    /// <summary>Chooses by <c>ui_locales</c> of the flow, by request localization, by <c>Accept-Language</c>; English at last.</summary>
    public PageLanguage Choose(HttpContext context, LinkFlow flow) =>
        (flow.UiLocales is { } locales ? ChooseFirst(locales.Split(' ', MaximumWishes + 1, StringSplitOptions.RemoveEmptyEntries)) : null)
        ?? (context.Features.Find<IRequestCultureFeature>() is { } request ? Find(request.RequestCulture.UICulture.Name) : null)
        ?? (context.Request.Headers.AcceptLanguage is { Count: > 0 } accepted ? _accepted.Find(accepted) : null)
        ?? PageLanguage.English;

    /// <summary>The language of a tag, or the nearest that is wider (RFC 4647 §3.4); null without one.</summary>
    public PageLanguage? Find(string tag)
    {
        if (SimplifiedChinese.Contains(tag, StringComparer.OrdinalIgnoreCase))
        {
            tag = "zh-Hans";
        }

        bool isChinese = tag.StartsWith("zh-", StringComparison.OrdinalIgnoreCase);
        for (string wider = tag; ; wider = wider[..wider.LastIndexOf('-')])
        {
            if (_byTag.TryGetValue(wider, out PageLanguage? language))
            {
                return language;
            }

            if (!wider.Contains('-', StringComparison.Ordinal) || (isChinese && wider.LastIndexOf('-') == 2))
            {
                return null;
            }
        }
    }

    private static IEnumerable<string> Read(StringValues header) => !StringWithQualityHeaderValue.TryParseList(header, out IList<StringWithQualityHeaderValue>? wishes) ? [] :
        wishes
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(wish => wish.Value.ToString());

    private PageLanguage? ChooseFirst(IEnumerable<string> wishes) =>
        wishes.Take(MaximumWishes).Select(Find).FirstOrDefault(language => language is not null);
}
