using LinkErrors.Dialects;

namespace LinkErrors.Client;

/// <summary>What the handler of LinkErrors read of a response that it did not turn into an exception.</summary>
public static class LinkErrorsHttpResponseMessageExtensions
{
    /// <summary>The error of the response.</summary>
    /// <param name="response">The response of a client with <c>AddLinkErrors</c>.</param>
    /// <returns>The error; null when the response carries none, or when nobody looked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public static LinkError? GetLinkError(this HttpResponseMessage response) => response.GetLinkErrorReading()?.Error;

    /// <summary>What was read of the response, with the reason when nothing was.</summary>
    /// <param name="response">The response of a client with <c>AddLinkErrors</c>.</param>
    /// <returns>The reading; null when nobody looked, because the status is not one that is read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public static LinkErrorReading? GetLinkErrorReading(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return LinkErrorMessageHandler.FindReading(response);
    }
}
