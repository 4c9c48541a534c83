using System.Text.Json;

namespace LinkErrors.Dialects;

/// <summary>
/// A <see cref="LinkErrorDialect"/> whose popup posts a message of its own to the window which opened it. Without it the
/// message is that of the web_message response mode: the type <c>authorization_response</c>, and the parameters of a redirect.
/// </summary>
public interface IWebMessageDialect
{
    /// <summary>Writes the message.</summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <param name="writer">Takes the JSON.</param>
    void WriteWebMessage(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer);
}
