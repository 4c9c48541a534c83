using System.Buffers;
using System.IO.Pipelines;
using System.Net.Mime;
using System.Text;
using LinkErrors.Metadata;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LinkErrors.Flows;

/// <summary>
/// The form of a request, as far as a link flow can be in it. It is read once, and over before the answer begins. An upload is
/// not read on the way to an error: authorization requests and form_post callbacks are
/// <c>application/x-www-form-urlencoded</c> (RFC 6749 appendix B).
/// </summary>
/// <param name="Text">The pairs as they came, in the syntax of a query; null when they were not read here.</param>
/// <param name="Collection">What the application has read; null when it has not.</param>
/// <param name="Unreadable">Why there is no telling what the form says; null when it is read, or there is none.</param>
internal sealed record RequestForm(string? Text = null, IFormCollection? Collection = null, string? Unreadable = null)
{
    private const int MaximumLength = LinkErrorReaderDefaults.MaximumLength;

    private static readonly RequestForm None = new();

    /// <summary>
    /// Whether a form could hold the flow of an error. What routing rejects (405, 415) never reaches an endpoint that would
    /// have read it; such an answer comes from an endpoint without a route, or from a controller's formatter.
    /// </summary>
    public static bool CanMatter(HttpContext context, int statusCode) =>
        HttpMethods.IsPost(context.Request.Method)
        && statusCode is not (StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType)
        && context.GetEndpoint() is null or RouteEndpoint;

    /// <summary>Reads the form of a request, unless that was done before.</summary>
    public static async ValueTask<RequestForm> ReadAsync(HttpContext context, SearchDeadline deadline)
    {
        if (context.Features.Find<RequestForm>() is { } before)
        {
            return before;
        }

        RequestForm form;
        try
        {
            form = await ReadOnceAsync(context, deadline).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever the server, a decompressor or an antiforgery check throws here, the client has sent the cause.
            form = new RequestForm(Unreadable: $"{exception.GetType().Name}: {exception.Message}");
        }

        context.Features.Set(form);
        return form;
    }

    private static async ValueTask<RequestForm> ReadOnceAsync(HttpContext context, SearchDeadline deadline)
    {
        HttpRequest request = context.Request;
        bool isForm = request.ContentType?.StartsWith(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase) == true;
        IFormCollection? collection = context.Features.Find<IFormFeature>()?.Form;
        if (isForm && !IsExact(request.ContentType, isReadHere: collection is null))
        {
            return new RequestForm(Unreadable: $"Content-Type: {request.ContentType}");
        }

        if (collection is not null)
        {
            return new RequestForm(Collection: collection);
        }

        return isForm && request.ContentLength != 0 ? await ReadBodyAsync(request, deadline).ConfigureAwait(false) : None;
    }

    /// <summary>
    /// Only UTF-8 has one reading for everybody; a state in another charset could not return as it came. In a form
    /// that calls itself ASCII, ASP.NET Core makes question marks of what is escaped UTF-8.
    /// </summary>
    private static bool IsExact(string? contentType, bool isReadHere) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Charset) is var charset
        && (StringSegment.IsNullOrEmpty(charset) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || (isReadHere && charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)));

    private static async ValueTask<RequestForm> ReadBodyAsync(HttpRequest request, SearchDeadline deadline)
    {
        if (request.ContentLength > MaximumLength)
        {
            return TooLong;
        }

        PipeReader reader = request.BodyReader;
        ArrayBufferWriter<byte> body = new();
        bool isWhole;
        do
        {
            Task<ReadResult> read = reader.ReadAsync(CancellationToken.None).AsTask();
            bool isInTime = await deadline.WaitAsync(read).ConfigureAwait(false);
            if (!isInTime)
            {
                // Unlike a token, on which ReadFormAsync registers an abort of the connection, this ends the read and nothing else.
                reader.CancelPendingRead();
            }

            ReadResult result = await read.ConfigureAwait(false);
            bool fits = body.WrittenCount + result.Buffer.Length <= MaximumLength;
            if (isInTime && fits)
            {
                foreach (ReadOnlyMemory<byte> segment in result.Buffer)
                {
                    body.Write(segment.Span);
                }
            }

            reader.AdvanceTo(result.Buffer.End);
            if (!isInTime || !fits)
            {
                return isInTime ? TooLong : new RequestForm(Unreadable: $"the body had not arrived whole after {deadline.Timeout}");
            }

            isWhole = result.IsCompleted;
        }
        while (!isWhole);

        if (body.WrittenCount < request.ContentLength)
        {
            return new RequestForm(Unreadable: "the beginning of the body was read before");
        }

        // For an event handler or a source of the application, which finds the whole body as if nobody had read it.
        request.Body = new MemoryStream(body.WrittenMemory.ToArray(), writable: false);
        return new RequestForm(Text: Encoding.UTF8.GetString(body.WrittenSpan));
    }

    private static RequestForm TooLong => new(Unreadable: $"a body of more than {MaximumLength} bytes is no link request");
}
