namespace LinkErrors.Tests.Hosts;

/// <summary>Reads responses as they were sent; HttpClient's own properties normalise them.</summary>
public static class ResponseExtensions
{
    /// <summary>The raw value of the only <c>Location</c> header; null without one.</summary>
    public static string? GetLocation(this HttpResponseMessage response) => response.GetHeader("Location");

    /// <summary>The raw value of a header that appears once at most.</summary>
    public static string? GetHeader(this HttpResponseMessage response, string name)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.Single()
            : null;
    }
}
