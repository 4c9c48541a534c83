using System.Diagnostics.CodeAnalysis;
using LinkErrors.Dialects;

namespace LinkErrors.Testing;

/// <summary>
/// What an application answered with a link error, read as the other side reads it: how the error was delivered, where to, and which one
/// it is. Works on the responses of any <see cref="HttpClient"/> that does not follow redirects.
/// </summary>
/// <example>
/// <code>
/// using HttpResponseMessage response = await client.GetAsync("/link/fitbit?client_id=wearables");
/// LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response);
/// Assert.Equal(LinkErrorDelivery.Redirect, answer.Delivery);
/// Assert.Equal("https://example.com/vital/callback", answer.Target);
/// </code>
/// </example>
public sealed class LinkErrorAnswer
{
    internal LinkErrorAnswer(LinkErrorDelivery delivery, int statusCode, LinkError? error)
    {
        Delivery = delivery;
        StatusCode = statusCode;
        Error = error;
    }

    /// <summary>How the error is sent.</summary>
    public LinkErrorDelivery Delivery { get; }

    /// <summary>The status of the response.</summary>
    public int StatusCode { get; }

    /// <summary>
    /// The error, with what the dialect keeps of it: <c>oauth</c>, for one, has no code of its own for each error. Null for
    /// <see cref="LinkErrorDelivery.Html"/>: the page for people has words and no code.
    /// </summary>
    public LinkError? Error { get; }

    /// <summary>The typed exception of <see cref="Error"/>, as a client of the application would throw it; null for <see cref="LinkErrorDelivery.Html"/>.</summary>
    [field: MaybeNull]
    public LinkException? Exception => field ??= Error?.ToException();

    /// <summary>
    /// Where the browser is sent, without its query and fragment: an absolute URI, or a path of the application itself. Null for an answer
    /// that stays here.
    /// </summary>
    public string? Target { get; internal init; }

    /// <summary>
    /// What is sent to <see cref="Target"/>, decoded and in its order: in the query, in the fragment, or in the form that is posted. The
    /// query of the registered URI is part of it. Empty for an answer that stays here.
    /// </summary>
    public LinkErrorParameters Parameters { get; internal init; } = [];

    /// <summary>The heading of a page of the library, in the language of the request; null where there is none.</summary>
    public string? Heading { get; internal init; }

    /// <summary>Reads a response. Its content stays readable.</summary>
    /// <param name="response">The response of the application.</param>
    /// <param name="options">
    /// How to read it; null to recognise the dialect by itself and to know the errors of the library. Name the dialect
    /// (<see cref="LinkErrorReaderOptions.Dialect"/>) where two write alike, and add errors of your own to
    /// <see cref="LinkErrorReaderOptions.Catalog"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the body.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="options"/> are not valid.</exception>
    /// <exception cref="InvalidOperationException">
    /// The response is no link error. The message shows what it is instead, so that a test that fails says why.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<LinkErrorAnswer> ReadAsync(HttpResponseMessage response, LinkErrorReaderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new AnswerReader(new LinkErrorReader(options)).ReadAsync(response, cancellationToken);
    }

    /// <summary>The delivery, the status, the target and the error, on one line.</summary>
    public override string ToString() => $"{Delivery} {StatusCode}{(Target is null ? "" : $" to {Target}")}: {Error?.ToString() ?? Heading ?? "a page"}";
}
