namespace LinkErrors;

/// <summary>
/// Takes an endpoint, an action or all actions of a controller out of what a group or a controller says with
/// <see cref="LinkErrorsAttribute"/>, and out of <see cref="LinkErrorsOptions.CatchAll"/>: every exception, link
/// exceptions included, goes on to the host. A link error that the endpoint returns is still answered.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Delegate, AllowMultiple = false, Inherited = true)]
public sealed class DisableLinkErrorsAttribute : Attribute, ILinkErrorsMetadata
{
    /// <inheritdoc/>
    LinkEndpointKind ILinkErrorsMetadata.Kind => LinkEndpointKind.Unspecified;

    /// <inheritdoc/>
    string? ILinkErrorsMetadata.Dialect => null;

    /// <inheritdoc/>
    bool ILinkErrorsMetadata.IsEnabled => false;
}
