using LinkErrors.Flows;

namespace LinkErrors.Settings;

/// <summary>The valid settings of the error page.</summary>
internal sealed class ErrorPageSettings(LinkErrorPageOptions options)
{
    private const string ReferencePlaceholder = "{reference}";

    public string? ProductName { get; } = options.ProductName;

    public string? LogoUri { get; } = options.LogoUri;

    public AccentColor Accent { get; } = options.AccentColor is { } text && AccentColor.TryParse(text, out AccentColor color) ? color : AccentColor.Default;

    public string? StyleSheet { get; } = options.StyleSheet;

    public RedirectTarget? Start { get; } = options.StartPath is { } start ? RedirectTarget.ForStart(start) : null;

    public string? Path { get; } = options.Path;

    private string? SupportUri { get; } = options.SupportUri;

    /// <summary>Where help is found, with the reference in it; null without such a place.</summary>
    public string? FindSupport(string reference)
    {
        if (SupportUri is null)
        {
            return null;
        }

        string escaped = Uri.EscapeDataString(reference);
        return SupportUri.Contains(ReferencePlaceholder, StringComparison.Ordinal) ? SupportUri.Replace(ReferencePlaceholder, escaped, StringComparison.Ordinal)
            : AddParameter(SupportUri, SupportUri.StartsWith("mailto:", StringComparison.Ordinal) ? "subject" : "reference", escaped);
    }

    private static string AddParameter(string uri, string name, string value)
    {
        int end = uri.IndexOf('#', StringComparison.Ordinal) is >= 0 and var fragment ? fragment : uri.Length;
        char separator = uri.AsSpan(0, end).Contains('?') ? '&' : '?';
        return $"{uri.AsSpan(0, end)}{separator}{name}={value}{uri.AsSpan(end)}";
    }
}
