using System.Globalization;
using System.Reflection;
using System.Resources;
using LinkErrors.Diagnostics;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Pages;

/// <summary>Texts of the application's own, which go before those of the library. Where they fail, as with a database that is away, the library's are there.</summary>
internal sealed class PageTextSource
{
    private readonly IStringLocalizer _localizer;
    private readonly Type _resource;
    private readonly ILogger<PageTextSource> _logger;
    private readonly CultureInfo _neutral;
    private bool _isReported;

    /// <summary>Creates a source.</summary>
    /// <param name="localizer">The localizer of a resource.</param>
    /// <param name="resource">The type that the resource is named for.</param>
    /// <param name="languages">Tags of the languages that the library does not know.</param>
    /// <param name="logger">Where a failure is said, once until the texts are there again: a page has many.</param>
    public PageTextSource(IStringLocalizer localizer, Type resource, IReadOnlyList<string> languages, ILogger<PageTextSource> logger)
    {
        (_localizer, _resource, _logger) = (localizer, resource, logger);
        string? neutral = resource.Assembly.GetCustomAttribute<NeutralResourcesLanguageAttribute>()?.CultureName;
        _neutral = PageLanguage.Find(neutral ?? "en")?.Culture ?? CultureInfo.InvariantCulture;
        Languages = languages;
    }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>Whether its texts are compiled in, so that they are the same as long as the process runs.</summary>
    public bool IsFixed { get; init; }

    /// <summary>
    /// The text of a key in a language; null without one. A localizer answers in its neutral language where it has no text in
    /// the one that was asked for, and then the library's text in her language is better.
    /// </summary>
    public string? Find(string key, PageLanguage language)
    {
        string? text = Find(key, language.Culture);
        return text is null || IsNeutral(language) || text != Find(key, CultureInfo.InvariantCulture) ? text : null;
    }

    private bool IsNeutral(PageLanguage language) =>
        language == PageLanguage.English
            ? _neutral.Equals(CultureInfo.InvariantCulture) || _neutral.TwoLetterISOLanguageName == PageLanguage.English.Tag
            : _neutral.TwoLetterISOLanguageName == language.Culture.TwoLetterISOLanguageName;

    /// <summary>A localizer goes by the culture of the thread.</summary>
    private string? Find(string key, CultureInfo culture)
    {
        CultureInfo former = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            string? text = _localizer[key] is { ResourceNotFound: false } found ? found.Value : null;
            _isReported = false;
            return text;
        }
        catch (Exception exception)
        {
            if (!Interlocked.Exchange(ref _isReported, true))
            {
                LinkErrorsLog.PageTextsFailed(_logger, _resource.Name, key, exception);
            }

            return null;
        }
        finally
        {
            CultureInfo.CurrentUICulture = former;
        }
    }
}
