namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>polar</c>: Polar AccessLink. Its codes are those of RFC 6749 §5.2, without a text.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://github.com/polarofficial/accesslink-example-python/issues/10"/></item>
    /// <item><see href="https://github.com/polarofficial/accesslink-example-python/issues/25"/></item>
    /// <item>polarofficial/accesslink-example-python, authorization.py</item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Polar { get; } = new("polar")
    {
        Code = ["error"],
        Text = ["error_description"],
    };
}
