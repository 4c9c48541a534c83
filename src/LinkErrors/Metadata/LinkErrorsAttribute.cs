namespace LinkErrors;

/// <summary>Makes an endpoint, an action or all actions of a controller a link endpoint.</summary>
/// <param name="kind">Who calls the endpoint.</param>
/// <param name="dialect">The name of the dialect; null to leave it to the client and the configuration.</param>
/// <example><code>[LinkErrors(LinkEndpointKind.Api, "zapier")]</code> or <code>[LinkErrors(Dialect = "zapier")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Delegate, AllowMultiple = false, Inherited = true)]
public sealed class LinkErrorsAttribute(LinkEndpointKind kind = LinkEndpointKind.Unspecified, string? dialect = null) : Attribute, ILinkErrorsMetadata
{
    /// <inheritdoc/>
    public LinkEndpointKind Kind { get; set; } = kind;

    /// <inheritdoc/>
    public string? Dialect { get; set; } = dialect;
}
