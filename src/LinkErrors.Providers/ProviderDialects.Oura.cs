namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>oura</c>: Oura. Problem details without their media type, with the members of RFC 6749 at the token endpoint.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/louispires/Oura-Home-Assistant-Integration/issues/61"/></item>
    /// <item><see href="https://cloud.ouraring.com/docs/error-handling"/></item>
    /// <item><see href="https://raw.githubusercontent.com/api-evangelist/oura-ring/refs/heads/main/rate-limits/oura-ring-rate-limits.yml"/></item>
    /// <item><see href="https://github.com/louispires/Oura-Home-Assistant-Integration/issues/34"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Oura { get; } = new("oura")
    {
        Code = ["error"],
        Text = ["error_description", "detail", "title"],
    };
}
