using Microsoft.AspNetCore.Http;

namespace LinkErrors.Settings;

/// <summary>Where people read more about an error.</summary>
internal static class HelpUri
{
    /// <summary>The error's own, that of the documentation, or that of the catalog of this application.</summary>
    public static Uri? Choose(LinkError error, string? errorUriBase, CatalogAddress? catalog, HttpRequest? request)
    {
        if (error.HelpUri is { } own)
        {
            return own;
        }

        string? page = errorUriBase ?? (request is null ? null : catalog?.Find(request));

        // The host is what the caller wrote, and need not be one.
        return page is not null && Uri.TryCreate($"{page}#{error.Code}", UriKind.Absolute, out Uri? address) ? address : null;
    }
}
