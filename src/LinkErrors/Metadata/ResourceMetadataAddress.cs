using LinkErrors.Redirects;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Metadata;

/// <summary>Where the metadata of an endpoint's protected resource is.</summary>
internal static class ResourceMetadataAddress
{
    /// <summary>Whether a text is a web address, or a path of this host.</summary>
    public static bool IsValid(string text) =>
        LocalPath.IsValid(text)
        || (text.StartsWith("http", StringComparison.Ordinal) && RedirectUriGrammar.Check(text, allowInsecureSchemes: true) is null
            && text.AsSpan(0, text.IndexOf(':', StringComparison.Ordinal)) is "http" or "https");

    /// <summary>
    /// The address that a challenge names; null where the endpoint says nothing. A well-known path stands at the root of the host
    /// (RFC 9728 §3.1), by which the client knows it.
    /// </summary>
    public static string? Find(HttpContext context, Endpoint? endpoint)
    {
        if (endpoint?.Metadata.GetMetadata<ILinkResourceMetadata>() is not { ResourceMetadata: { } address })
        {
            return null;
        }

        HttpRequest request = context.Request;
        return address is not ['/', ..] ? address
            : request.Host.HasValue ? $"{request.Scheme}://{request.Host.ToUriComponent()}{address}"
            : null;
    }
}
