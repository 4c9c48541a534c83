using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Links;

/// <summary>Before: what every such endpoint has by hand.</summary>
internal static class HandWritten
{
    public static void Map(WebApplication app) => app.MapGet("/link", (string device, string redirect_uri, string? state) =>
    {
        try
        {
            return Results.Ok(Devices.Link(device));
        }
        catch (DeviceMissingException exception)
        {
            return Results.Redirect(QueryHelpers.AddQueryString(
                redirect_uri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["error"] = "invalid_request", ["error_description"] = exception.Message, ["state"] = state }));
        }
        catch (LinkTokenExpiredException)
        {
            return Results.Problem("expired", statusCode: 410);
        }
    });
}
