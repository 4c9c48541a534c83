using System.Net;
using System.Runtime.CompilerServices;
using LinkErrors.Dialects;

namespace LinkErrors.Client;

/// <summary>
/// Turns the error responses of a peer into typed exceptions, or annotates them. <c>AddLinkErrors</c> puts it outside of every other
/// handler, and an annotation inside of them: handlers that retry see the response, and with it <c>response.GetLinkError()</c>.
/// </summary>
/// <remarks>
/// The debug text of an exception has the method, the URI without its user and query, and the status: no header, no body,
/// and so no token. A response that carries no readable error goes on to the caller as it is.
/// </remarks>
/// <param name="options">What to do.</param>
/// <exception cref="ArgumentException">An option of <see cref="LinkErrorClientOptions.Reader"/> has a value with which nothing can be read.</exception>
public sealed class LinkErrorMessageHandler(LinkErrorClientOptions options) : DelegatingHandler
{
    /// <summary>An annotation belongs to its response: the same request may be sent again.</summary>
    private static readonly ConditionalWeakTable<HttpResponseMessage, Annotation> Annotations = [];

    private readonly LinkErrorClientOptions _options = options ?? throw new ArgumentNullException(nameof(options));
    private readonly LinkErrorReader _reader = new((options ?? throw new ArgumentNullException(nameof(options))).Reader);

    private bool _annotatesOnly;

    /// <summary>The handler that reads each attempt, inside of those that retry, and throws nothing.</summary>
    internal static LinkErrorMessageHandler CreateInner(LinkErrorClientOptions options) => new(options) { _annotatesOnly = true };

    internal static LinkErrorReading? FindReading(HttpResponseMessage response) =>
        Annotations.TryGetValue(response, out Annotation? annotation) ? annotation.Reading : null;

    internal bool Has(LinkErrorClientOptions options) => ReferenceEquals(_options, options);

    /// <inheritdoc/>
    /// <exception cref="LinkException">The response carried an error, and <see cref="LinkErrorClientOptions.ThrowOnError"/> is set.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        AnswerAsync(request, cancellationToken).Unwrap();

    /// <inheritdoc/>
    /// <exception cref="LinkException">The response carried an error, and <see cref="LinkErrorClientOptions.ThrowOnError"/> is set.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = base.Send(request, cancellationToken);
        LinkErrorReading? reading = FindOwn(response) ?? (Reads(response) ? Read(response, Peek(response, cancellationToken)) : null);
        return FindFault(request, response, reading) is { } fault ? throw fault : response;
    }

    private static string Describe(HttpRequestMessage request, HttpStatusCode status) =>
        $"{request.Method} {request.RequestUri?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} answered {(int)status}";

    /// <summary>An error is handed on as a task that failed: to throw it here, only for the caller to throw it again, would cost as much as to read it.</summary>
    private async Task<Task<HttpResponseMessage>> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<HttpResponseMessage> sending = base.SendAsync(request, cancellationToken);
        HttpResponseMessage response = await sending.ConfigureAwait(false);
        LinkErrorReading? reading = FindOwn(response)
            ?? (Reads(response) ? Read(response, await PeekAsync(response, cancellationToken).ConfigureAwait(false)) : null);
        return FindFault(request, response, reading) is { } fault ? Task.FromException<HttpResponseMessage>(fault) : sending;
    }

    private bool Reads(HttpResponseMessage response) => _options.Reads((int)response.StatusCode);

    /// <summary>What the inner handler read already.</summary>
    private LinkErrorReading? FindOwn(HttpResponseMessage response) =>
        Annotations.TryGetValue(response, out Annotation? annotation) && Has(annotation.Options) ? annotation.Reading : null;

    /// <summary>A response that ends in an exception needs no annotation: nobody gets to see it.</summary>
    private LinkErrorReading Read(HttpResponseMessage response, BodyPeek peek)
    {
        LinkErrorReading reading = _reader.ReadResponse(response, peek);
        if (!Throws(reading))
        {
            Annotations.AddOrUpdate(response, new Annotation(_options, reading));
        }

        return reading;
    }

    private bool Throws(LinkErrorReading reading) => !_annotatesOnly && _options.ThrowOnError && reading.IsError;

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

    /// <summary>The exception of an error; null where the caller gets the response.</summary>
    private LinkException? FindFault(HttpRequestMessage request, HttpResponseMessage response, LinkErrorReading? reading)
    {
        if (reading is null || !Throws(reading))
        {
            return null;
        }

        response.Dispose();
        return reading.Error!.ToException(debugMessage: Describe(request, response.StatusCode));
    }

    private sealed record Annotation(LinkErrorClientOptions Options, LinkErrorReading Reading);
}
