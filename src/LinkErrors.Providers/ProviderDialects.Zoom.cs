namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>zoom</c>: Zoom. Codes are numbers in the API; a missing scope comes with 400.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/raycast/extensions/issues/10896"/></item>
    /// <item><see href="https://github.com/MacsiDigital/laravel-zoom/issues/22"/></item>
    /// <item><see href="https://github.com/JubaerHossain/zoom-laravel/issues/15"/></item>
    /// <item><see href="https://github.com/JubaerHossain/zoom-laravel/issues/3"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Zoom { get; } = new("zoom")
    {
        Code = ["error", "code"],
        Text = ["error_description", "reason", "message"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["124"] = LinkErrorCodes.InvalidToken,
            ["4711"] = LinkErrorCodes.InsufficientScope,
        },
    };
}
