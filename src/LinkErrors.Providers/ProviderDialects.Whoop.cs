namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>whoop</c>: WHOOP. Its codes are those of RFC 6749 §5.2. The seconds to wait stand in a header of every answer.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/prankstr/hassio-whoop/issues/13"/></item>
    /// <item><see href="https://developer.whoop.com/docs/developing/rate-limiting"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Whoop { get; } = new("whoop")
    {
        Code = ["error"],
        Text = ["error_description"],
        RetryAfter = ["header:X-RateLimit-Reset"],
    };
}
