using LinkErrors;
using LinkErrors.Metadata;

namespace Microsoft.AspNetCore.Http;

/// <summary>What a page of the application finds of the error that it shows.</summary>
public static class LinkErrorPageHttpContextExtensions
{
    /// <summary>The error that this request is answered with, for the page of <see cref="LinkErrorPageOptions.Path"/>.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Error, flow, texts and ways on; null when the page was opened by itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static LinkErrorPageContext? GetLinkErrorPage(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Find<LinkErrorPageContext>();
    }
}
