using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LinkErrors.Handling;

/// <summary>The charset of a body that .NET refuses to read at all: the request's fault, though it shows as <see cref="NotSupportedException"/> where it is read.</summary>
internal static class RequestCharset
{
    public static bool IsRefused(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-7", StringComparison.OrdinalIgnoreCase);
}
