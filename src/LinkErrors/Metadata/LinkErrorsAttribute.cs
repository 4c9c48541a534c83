namespace LinkErrors;

/// <summary>Makes an endpoint, an action or all actions of a controller a link endpoint.</summary>
/// <example><code>[LinkErrors(Kind = LinkEndpointKind.Api, Dialect = "zapier")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Delegate, AllowMultiple = false, Inherited = true)]
public sealed class LinkErrorsAttribute : Attribute, ILinkErrorsMetadata
{
    /// <inheritdoc/>
    public LinkEndpointKind Kind { get; set; }

    /// <inheritdoc/>
    public string? Dialect { get; set; }
}
