using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LinkErrors.Targets;

/// <summary>The form of a request, as far as a link flow can be in it.</summary>
internal static class RequestForm
{
    /// <summary>
    /// The form that was read already, or a short one that can be read now. An upload is not read on the way to an error:
    /// authorization requests and form_post callbacks are <c>application/x-www-form-urlencoded</c> (RFC 6749 appendix B).
    /// </summary>
    public static async ValueTask<IFormCollection?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IFormFeature>()?.Form is { } form)
        {
            return form;
        }

        return context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false)
            : null;
    }
}
