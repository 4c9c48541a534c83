using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Endpoints;

/// <summary>Reads the status and the value of what a minimal API returns.</summary>
internal static class HttpResultReader
{
    /// <summary>A status of 400 and above with its value; no status when the result is no error, or is content of the endpoint's own.</summary>
    public static (int? Status, object? Value) Read(object? result, int responseStatus)
    {
        while (result is INestedHttpResult nested)
        {
            result = nested.Result;
        }

        (int? status, object? value) = result switch
        {
            LinkErrorResult or ContentHttpResult or Utf8ContentHttpResult => (null, null),
            ProblemHttpResult found => (found.StatusCode, found.ProblemDetails),
            IValueHttpResult found => ((result as IStatusCodeHttpResult)?.StatusCode, found.Value),
            IStatusCodeHttpResult found => (found.StatusCode, null),

            // The validation of minimal APIs sets the status and returns the bare value.
            ProblemDetails found => (found.Status ?? responseStatus, found),
            _ => (null, (object?)null),
        };
        return status >= StatusCodes.Status400BadRequest ? (status, value) : (null, null);
    }
}
