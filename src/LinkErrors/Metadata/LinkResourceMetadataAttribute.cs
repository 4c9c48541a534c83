using LinkErrors.Metadata;

namespace LinkErrors;

/// <summary>Names the metadata of the protected resource that an endpoint belongs to, see <see cref="ILinkResourceMetadata"/>.</summary>
/// <example><code>[LinkResourceMetadata("/.well-known/oauth-protected-resource/links")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Delegate, AllowMultiple = false, Inherited = true)]
public sealed class LinkResourceMetadataAttribute : Attribute, ILinkResourceMetadata
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="resourceMetadata">An http or https address, or a path of this host.</param>
    /// <exception cref="ArgumentNullException"><paramref name="resourceMetadata"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="resourceMetadata"/> is neither.</exception>
    public LinkResourceMetadataAttribute(string resourceMetadata)
    {
        ArgumentNullException.ThrowIfNull(resourceMetadata);
        if (!ResourceMetadataAddress.IsValid(resourceMetadata))
        {
            throw new ArgumentException(
                $"'{resourceMetadata}' is no address of protected resource metadata: it is an http or https address, or a path of this host, such as '/.well-known/oauth-protected-resource/links'.",
                nameof(resourceMetadata));
        }

        ResourceMetadata = resourceMetadata;
    }

    /// <inheritdoc/>
    public string ResourceMetadata { get; }
}
