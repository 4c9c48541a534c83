using System.Globalization;
using LinkErrors.Redirects;

namespace LinkErrors.Settings;

/// <summary>The rules of the section <c>ErrorPage</c>.</summary>
internal static class LinkErrorPageOptionsValidator
{
    private const int MaximumNameLength = 60;
    private const int MaximumLogoLength = 3000;

    private static readonly string[] ImageTypes = ["png", "svg+xml", "jpeg", "webp", "gif"];

    /// <summary>Checks the options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="add">Takes a key, its value and the rule that it breaks.</param>
    public static void Check(LinkErrorPageOptions options, Action<string, object?, string> add)
    {
        if (options.ProductName is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > MaximumNameLength || name.Any(char.IsControl)))
        {
            add(nameof(options.ProductName), name, $"it is a name of 1 to {MaximumNameLength} characters, such as 'Wearables Hub'. Leave the key out to name no product.");
        }

        if (options.LogoUri is { } logo && !IsImage(logo) && !LocalPath.IsValid(logo))
        {
            add(nameof(options.LogoUri), Shorten(logo), $"it is a path of this site, such as '/logo.svg', or 'data:image/svg+xml;base64,...' with at most {MaximumLogoLength} characters (types: {string.Join(", ", ImageTypes)}). Put a logo from elsewhere on this site: the page loads nothing from others.");
        }

        if (options.AccentColor is { } accent)
        {
            CheckAccent(accent, add);
        }

        if (options.SupportUri is { } support && !IsSupport(support.Replace("{reference}", "R", StringComparison.Ordinal)))
        {
            add(nameof(options.SupportUri), support, "it is an https address, a mailto address or a path of this site, such as 'https://help.example.org/?reference={reference}', 'mailto:help@example.org' or '/help'.");
        }

        CheckPath(nameof(options.StyleSheet), options.StyleSheet, "/errors.css", add);
        CheckPath(nameof(options.StartPath), options.StartPath, "/connect", add);
        CheckPath(nameof(options.Path), options.Path, "/oops", add);
    }

    private static void CheckAccent(string accent, Action<string, object?, string> add)
    {
        if (!AccentColor.TryParse(accent, out AccentColor color))
        {
            add(nameof(LinkErrorPageOptions.AccentColor), accent, $"it is a colour such as '{AccentColor.Default}' or '#35d'.");
        }
        else if (color.ContrastWith(AccentColor.White) is var contrast && contrast < AccentColor.LeastContrast)
        {
            string ratio = contrast.ToString("0.0", CultureInfo.InvariantCulture);
            add(nameof(LinkErrorPageOptions.AccentColor), accent, $"its contrast with white is {ratio} to 1, and text needs {AccentColor.LeastContrast.ToString(CultureInfo.InvariantCulture)} to 1 (WCAG 2.2 section 1.4.3). The nearest shade that has it is '{color.ReadableOn(AccentColor.White)}'.");
        }
    }

    private static void CheckPath(string key, string? path, string example, Action<string, object?, string> add)
    {
        if (path is not null && !LocalPath.IsValid(path))
        {
            add(key, path, $"it is a path of this site, such as '{example}', {LocalPath.Rule}");
        }
    }

    private static bool IsImage(string uri)
    {
        if (uri.Length > MaximumLogoLength || ImageTypes.FirstOrDefault(type => uri.StartsWith($"data:image/{type};base64,", StringComparison.Ordinal)) is not { } found)
        {
            return false;
        }

        string data = uri[$"data:image/{found};base64,".Length..];
        return data.Length > 0 && Convert.TryFromBase64String(data, new byte[data.Length], out _);
    }

    private static bool IsSupport(string uri) =>
        uri.StartsWith("mailto:", StringComparison.Ordinal)
            ? uri.Contains('@', StringComparison.Ordinal) && Uri.IsWellFormedUriString(uri, UriKind.Absolute)
            : LocalPath.IsValid(uri, allowFragment: true)
                || (uri.StartsWith("https://", StringComparison.Ordinal) && RedirectUriGrammar.Check(uri, allowFragment: true) is null);

    private static string Shorten(string value) => value.Length > 100 ? string.Concat(value.AsSpan(0, 100), "...") : value;
}
