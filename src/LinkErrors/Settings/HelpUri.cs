namespace LinkErrors.Settings;

/// <summary>Where people read more about an error.</summary>
internal static class HelpUri
{
    public static Uri? Choose(LinkError error, string? errorUriBase) =>
        error.HelpUri ?? (errorUriBase is null ? null : new Uri($"{errorUriBase}#{error.Code}"));
}
