using System.Text.Json;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Pages;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkErrors.Tests.Shared;

/// <summary>
/// The small pages with one text in everything that reaches them: message, reference, documentation, product, provider, every localized
/// text, what is posted to a client.
/// </summary>
internal static class HostilePages
{
    public const string Harmless = "A harmless text";

    private static readonly RedirectTarget Target = new LinkClient("web", ["https://client.example/cb"]).Validate("https://client.example/cb").Target!;

    public static ReadOnlyMemory<byte> RenderErrorPage(string text)
    {
        (LinkErrorPageContext page, PageTheme theme) = CreatePage(text);
        return ErrorPage.Render(page, theme).Html;
    }

    public static ReadOnlyMemory<byte> RenderFormPost(string text)
    {
        (LinkErrorPageContext page, PageTheme theme) = CreatePage(text);
        return FormPostPage.Render(page, theme, Target, Parameters(text)).Html;
    }

    public static ReadOnlyMemory<byte> RenderWebMessage(string text)
    {
        (LinkErrorPageContext page, PageTheme theme) = CreatePage(text);
        return WebMessagePage.Render(page, theme, Target, JsonSerializer.Serialize(text), Target.Uri + "?state=" + text).Html;
    }

    /// <summary>Every text of the page is the payload: the application's words in each of them, and its branding.</summary>
    private static (LinkErrorPageContext Page, PageTheme Theme) CreatePage(string text)
    {
        // A name of which nothing is left is none, and then there is no element for it.
        string name = PageName.Clean(text) is null ? Harmless : text;
        PageTheme theme = new(new ErrorPageSettings(new LinkErrorPageOptions { ProductName = name, SupportUri = "/help?reference={reference}", LogoUri = "/logo.svg", StartPath = "/start" }));
        LinkErrorPageContextFactory contexts = new(new PageTexts([new PageTextSource(new OneText(text), typeof(HostilePages), [], NullLogger<PageTextSource>.Instance)]));
        LinkError error = new(LinkErrorDefinitions.ProviderError)
        {
            Message = text.Length == 0 ? Harmless : text,
            Data = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["provider"] = text }),
            ReferenceId = text,
            HelpUri = new Uri("https://docs.example/" + text),
        };
        LinkErrorDebugDetails details = new(text, [text]);
        return (contexts.Create(new DefaultHttpContext(), theme.Settings, error, LinkFlow.None with { Target = Target }, 502, details), theme);
    }

    private static LinkErrorParameters Parameters(string text)
    {
        LinkErrorParameters parameters = [];
        parameters.Add("state", text.Length == 0 ? Harmless : text);
        return parameters;
    }

    /// <summary>An application whose every text is the same.</summary>
    private sealed class OneText(string text) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, text.Replace("{", "", StringComparison.Ordinal));

        public LocalizedString this[string name, params object[] arguments] => this[name];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
