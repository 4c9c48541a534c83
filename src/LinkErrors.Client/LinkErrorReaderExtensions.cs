using System.Net.Http.Headers;
using LinkErrors.Dialects;

namespace LinkErrors.Client;

/// <summary>Reads the responses of an HttpClient.</summary>
public static class LinkErrorReaderExtensions
{
    /// <summary>
    /// Reads a response. What it has read of the content is put in front of it again: the content stays readable.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="response">The response; its content must not have been read as a stream before.</param>
    /// <param name="cancellationToken">Ends the wait for the body.</param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> or <paramref name="response"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<LinkErrorReading> ReadResponseAsync(this LinkErrorReader reader, HttpResponseMessage response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(response);
        BodyPeek peek = await BodyPeek.ReadAsync(response, reader.MaxLength, cancellationToken).ConfigureAwait(false);
        return reader.ReadResponse(response, peek);
    }

    internal static LinkErrorReading ReadResponse(this LinkErrorReader reader, HttpResponseMessage response, BodyPeek peek)
    {
        List<KeyValuePair<string, string>> headers = new(response.Headers.NonValidated.Count + response.Content.Headers.NonValidated.Count);
        Add(headers, response.Headers.NonValidated);
        Add(headers, response.Content.Headers.NonValidated);
        return reader.ReadResponse((int)response.StatusCode, headers, peek.Bytes, peek.IsCutOff);
    }

    private static void Add(List<KeyValuePair<string, string>> lines, HttpHeadersNonValidated headers)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            foreach (string value in values)
            {
                lines.Add(KeyValuePair.Create(name, value));
            }
        }
    }
}
