namespace LinkErrors;

/// <summary>
/// Names the scopes that an endpoint needs, where its policy does not show them. It does not check them: that is the policy's
/// part.
/// </summary>
/// <example><code>[LinkScopes("links:read", "links:write")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Delegate, AllowMultiple = true, Inherited = true)]
public sealed class LinkScopesAttribute : Attribute, ILinkScopesMetadata
{
    private readonly string[] _scopes;

    /// <summary>Creates the attribute.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scopes"/> is null.</exception>
    public LinkScopesAttribute(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        _scopes = [.. scopes];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Scopes => _scopes;
}
