using LinkErrors;
using LinkErrors.Metadata;

namespace Microsoft.AspNetCore.Http;

/// <summary>Says at request time what endpoint metadata says beforehand.</summary>
public static class LinkErrorsHttpContextExtensions
{
    /// <summary>
    /// Makes the endpoint of this request a link endpoint, and overrides what its metadata says. For endpoints that know
    /// only at request time who calls them. It does not hold when the pipeline is run again for another path, as
    /// <c>UseExceptionHandler</c> and status code pages do.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="kind">Who calls; <see cref="LinkEndpointKind.Unspecified"/> leaves it to the metadata.</param>
    /// <param name="dialect">The name of the dialect; null leaves it to the metadata.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static void SetLinkErrors(this HttpContext context, LinkEndpointKind kind = LinkEndpointKind.Unspecified, string? dialect = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        RequestMark.Set(context, new LinkErrorsAttribute(kind, dialect));
    }
}
