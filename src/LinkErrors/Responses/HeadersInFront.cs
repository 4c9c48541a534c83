using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LinkErrors.Responses;

/// <summary>
/// What middleware in front of ours had put into the response when a request came by. It says something of the request, not of
/// what the endpoint would have sent, so an error has it too.
/// </summary>
internal sealed class HeadersInFront
{
    /// <summary>These speak of content that is not sent any more.</summary>
    private static readonly string[] OfContent =
    [
        HeaderNames.AcceptRanges, HeaderNames.Age, HeaderNames.ContentDisposition, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage,
        HeaderNames.ContentLength, HeaderNames.ContentLocation, HeaderNames.ContentRange, HeaderNames.ContentType, HeaderNames.ETag, HeaderNames.Expires,
        HeaderNames.LastModified, HeaderNames.Trailer, HeaderNames.TransferEncoding,
    ];

    private readonly List<KeyValuePair<string, StringValues>> _headers = [];
    private readonly PipelineRun _run;

    private HeadersInFront(PipelineRun run) => _run = run;

    /// <summary>Notes the headers of this run of the pipeline; nothing where there are none.</summary>
    public static void Note(HttpContext context)
    {
        // Every request comes by here: the feature itself, and not the response, which looks up three on its first use.
        if (context.Features.Find<IHttpResponseFeature>()?.Headers is not { Count: > 0 } headers)
        {
            return;
        }

        HeadersInFront noted = new(PipelineRun.Read(context));
        foreach (KeyValuePair<string, StringValues> header in headers)
        {
            if (!OfContent.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            {
                noted._headers.Add(header);
            }
        }

        context.Features.Set(noted);
    }

    /// <summary>Puts them back into a response that was cleared. What is there already came later and stays.</summary>
    public static void Restore(HttpResponse response)
    {
        if (response.HttpContext.Features.Find<HeadersInFront>() is not { } noted || noted._run != PipelineRun.Read(response.HttpContext))
        {
            return;
        }

        foreach ((string name, StringValues value) in noted._headers)
        {
            if (!response.Headers.ContainsKey(name))
            {
                response.Headers[name] = value;
            }
        }
    }
}
