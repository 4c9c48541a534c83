using Microsoft.AspNetCore.Http;

namespace LinkErrors;

/// <summary>A page for people of the application's own, in place of the library's. Register it in the services.</summary>
public interface ILinkErrorPage
{
    /// <summary>
    /// Writes the page. Status and headers that every error has are set already; the content type and a Content-Security-Policy
    /// are the page's. Where it writes nothing or throws, the library's page is written.
    /// </summary>
    /// <param name="context">The request, and the response to write.</param>
    /// <param name="page">What there is to say.</param>
    /// <returns>A task that ends when the page is written.</returns>
    Task WriteAsync(HttpContext context, LinkErrorPageContext page);
}
