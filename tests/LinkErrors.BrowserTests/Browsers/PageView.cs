using Microsoft.Playwright;

namespace LinkErrors.BrowserTests.Browsers;

/// <summary>How a person looks at a page.</summary>
/// <param name="Width">The width of her window, in CSS pixels before she zooms.</param>
/// <param name="IsDark">Whether she likes dark pages.</param>
/// <param name="Language">What her browser asks for.</param>
/// <param name="Zoom">How far she zooms: 2 is 200 %.</param>
/// <param name="TextZoom">How far she has only the text enlarged.</param>
/// <param name="Medium">What the page is shown on.</param>
public sealed record PageView(int Width, bool IsDark = false, string Language = "en", int Zoom = 1, int TextZoom = 1, PageMedium Medium = PageMedium.Screen)
{
    private const int Height = 800;

    /// <summary>The standard size of text in Chromium.</summary>
    private const int TextSize = 16;

    /// <summary>
    /// The widths of a small phone, a phone and a desk; light and dark; Arabic; zoomed by 200 % (WCAG 2.2 §1.4.4), both ways; on paper and
    /// with other colours.
    /// </summary>
    public static IReadOnlyList<PageView> All { get; } =
    [
        new(320), new(390, IsDark: true), new(1280), new(1280, IsDark: true), new(320, Language: "ar"), new(1280, IsDark: true, Language: "ar"),
        new(1280, Zoom: 2), new(640, Zoom: 2, Language: "ar"), new(390, TextZoom: 2),
        new(640, Medium: PageMedium.Print), new(320, Medium: PageMedium.ForcedColors), new(320, Medium: PageMedium.MoreContrast),
    ];

    /// <summary>Of a page that is English whatever she asks for.</summary>
    public static IEnumerable<PageView> English { get; } = All.Where(view => view.Language == "en");

    /// <summary>What keeps people out depends on the colours and the direction, and takes seconds to look for.</summary>
    public static IReadOnlyList<PageView> Colours { get; } = [new(390), new(1280, IsDark: true), new(390, IsDark: true, Language: "ar")];

    internal BrowserNewContextOptions CreateOptions(bool bypassesPolicy = false) => new()
    {
        ViewportSize = new ViewportSize { Width = Width / Zoom, Height = Height / Zoom },
        DeviceScaleFactor = Zoom,
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = Language,
        BypassCSP = bypassesPolicy,
    };

    /// <summary>Lets a window look like this, its page included; another language is what the next page is asked for in.</summary>
    internal async Task ApplyAsync(IPage page, ICDPSession session)
    {
        await session.SendAsync("Emulation.setDeviceMetricsOverride", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["width"] = Width / Zoom,
            ["height"] = Height / Zoom,
            ["deviceScaleFactor"] = Zoom,
            ["mobile"] = false,
        });
        await session.SendAsync("Page.setFontSizes", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["fontSizes"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["standard"] = TextSize * TextZoom, ["fixed"] = TextSize * TextZoom },
        });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions
        {
            Media = Medium == PageMedium.Print ? Media.Print : Media.Screen,
            ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = Medium == PageMedium.ForcedColors ? ForcedColors.Active : ForcedColors.None,
            Contrast = Medium == PageMedium.MoreContrast ? Contrast.More : Contrast.NoPreference,
            ReducedMotion = Medium == PageMedium.ReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        });
        await session.SendAsync("Emulation.setUserAgentOverride", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["userAgent"] = await page.EvaluateAsync<string>("() => navigator.userAgent"),
            ["acceptLanguage"] = Language,
        });
        await page.WaitForFunctionAsync(
            "([width, textSize]) => innerWidth === width && getComputedStyle(document.documentElement).fontSize === textSize + 'px'",
            new[] { Width / Zoom, TextSize * TextZoom });
    }
}
