namespace LinkErrors;

/// <summary>
/// Which protected resource an endpoint belongs to, where a service has several: challenges of the endpoint name its metadata in
/// place of <see cref="LinkErrorsOptions.ResourceMetadata"/> (RFC 9728 §3).
/// </summary>
public interface ILinkResourceMetadata
{
    /// <summary>
    /// The address of the metadata: an http or https address, or a path of this host such as
    /// <c>/.well-known/oauth-protected-resource/mcp</c>, which is not below the path base.
    /// </summary>
    string ResourceMetadata { get; }
}
