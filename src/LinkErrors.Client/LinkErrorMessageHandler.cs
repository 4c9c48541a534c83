using System.Net;
using LinkErrors.Dialects;

namespace LinkErrors.Client;

/// <summary>
/// Turns the error responses of a peer into typed exceptions, or annotates them. Put retry handlers outside of it: the
/// exception's <see cref="LinkError.IsTransient"/> and <see cref="LinkError.RetryAfter"/> are what they need.
/// </summary>
/// <remarks>
/// The debug text of an exception has the method, the URI without its user and query, and the status: no header, no body,
/// and so no token. A response that carries no readable error goes on to the caller as it is.
/// </remarks>
/// <param name="options">What to do.</param>
public sealed class LinkErrorMessageHandler(LinkErrorClientOptions options) : DelegatingHandler
{
    internal static readonly HttpRequestOptionsKey<LinkErrorReading?> ReadingKey = new("LinkErrors.Reading");

    private readonly LinkErrorClientOptions _options = options ?? throw new ArgumentNullException(nameof(options));
    private readonly LinkErrorReader _reader = new((options ?? throw new ArgumentNullException(nameof(options))).Reader);

    /// <inheritdoc/>
    /// <exception cref="LinkException">The response carried an error, and <see cref="LinkErrorClientOptions.ThrowOnError"/> is set.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return Prepare(request, response)
            ? Finish(request, response, await PeekAsync(response, cancellationToken).ConfigureAwait(false))
            : response;
    }

    /// <inheritdoc/>
    /// <exception cref="LinkException">The response carried an error, and <see cref="LinkErrorClientOptions.ThrowOnError"/> is set.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = base.Send(request, cancellationToken);
        return Prepare(request, response) ? Finish(request, response, Peek(response, cancellationToken)) : response;
    }

    private static string Describe(HttpRequestMessage request, HttpStatusCode status) =>
        $"{request.Method} {request.RequestUri?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} answered {(int)status}";

    /// <summary>An annotation of an earlier attempt must not pass for one of this response.</summary>
    private bool Prepare(HttpRequestMessage request, HttpResponseMessage response)
    {
        response.RequestMessage ??= request;
        request.Options.Set(ReadingKey, null);
        return _options.Reads((int)response.StatusCode);
    }

    private async Task<BodyPeek> PeekAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await BodyPeek.ReadAsync(response, _reader.MaxLength, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private BodyPeek Peek(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return BodyPeek.Read(response, _reader.MaxLength, cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private HttpResponseMessage Finish(HttpRequestMessage request, HttpResponseMessage response, BodyPeek peek)
    {
        LinkErrorReading reading = _reader.ReadResponse(response, peek);
        response.RequestMessage!.Options.Set(ReadingKey, reading);
        if (!_options.ThrowOnError || !reading.IsError)
        {
            return response;
        }

        response.Dispose();
        throw reading.Error.ToException(debugMessage: Describe(request, response.StatusCode));
    }
}
