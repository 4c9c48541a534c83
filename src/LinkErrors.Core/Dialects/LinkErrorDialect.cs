using System.Text.Json;

namespace LinkErrors.Dialects;

/// <summary>
/// How one system spells an error: parameter names and their order, JSON shape, statuses, headers and codes. A dialect
/// writes its format, reads it where a peer speaks it, and knows nothing of the HTTP server or client around it.
/// </summary>
/// <remarks>
/// What only some systems have is an interface beside it: <see cref="ILoginRetryDialect"/>, <see cref="IWebMessageDialect"/>,
/// <see cref="IBodyTypeDialect"/>.
/// </remarks>
public abstract class LinkErrorDialect : LinkErrorDialectReader
{
    /// <summary>The status of a redirect that answers GET or HEAD. Other methods get 303 (RFC 9700 §4.12).</summary>
    /// <value>The default is 302.</value>
    public virtual int RedirectStatusCode => 302;

    /// <summary>The media type of the JSON body.</summary>
    /// <value>The default is <c>application/json</c>.</value>
    public virtual string ContentType => "application/json";

    /// <summary>The code that this dialect sends in a JSON body.</summary>
    /// <param name="definition">The definition of the error.</param>
    /// <returns>The code on the wire. The default is the canonical code.</returns>
    public virtual string GetWireCode(LinkErrorDefinition definition) => definition.Code;

    /// <summary>The status of a JSON response.</summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <returns>An HTTP status. The default is the error's.</returns>
    public virtual int GetStatusCode(LinkError error, LinkErrorWriteContext context) => error.StatusCode;

    /// <summary>Writes the parameters of a redirect, in their order.</summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <param name="parameters">Takes the parameters.</param>
    public abstract void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters);

    /// <summary>
    /// Writes the headers of a response that is not a redirect. The default writes <c>Retry-After</c>, and for status
    /// 401 the challenge that RFC 9110 §15.5.2 demands.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <param name="headers">Takes the headers.</param>
    public virtual void WriteHeaders(LinkError error, LinkErrorWriteContext context, LinkErrorHeaders headers)
    {
        if (error.RetryAfter is { } delay)
        {
            headers.AddRetryAfter(delay);
        }

        if (GetStatusCode(error, context) == 401)
        {
            // RFC 6749 §5.2: a client that could not be authenticated is challenged in the scheme that it used.
            bool isClient = error.Code == LinkErrorCodes.InvalidClient;
            string scheme = isClient ? context.CredentialScheme ?? "Bearer" : "Bearer";
            string? resourceMetadata = isClient ? null : context.ResourceMetadata;
            headers.Add("WWW-Authenticate", AuthenticationChallenge.Format(scheme, ("realm", context.Realm), ("resource_metadata", resourceMetadata)));
        }
    }

    /// <summary>Writes the members of the JSON object, without its braces.</summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <param name="writer">Takes the members.</param>
    public abstract void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer);

    /// <summary>Writes the whole JSON object, with debug details where they are switched on.</summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <param name="writer">Takes the object.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public void WriteBody(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        WriteMembers(error, context, writer);
        if (context.DebugDetails is { } details)
        {
            WriteDebugDetails(details, writer);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    /// <returns>The default is true for 400 and above, and for the status with which the dialect writes a fault of the service.</returns>
    public override bool ReadsStatus(int status) =>
        base.ReadsStatus(status) || status == GetStatusCode(new LinkError(LinkErrorDefinitions.ServerError), LinkErrorWriteContext.Default);

    /// <summary>Writes debug details that are switched on as a member <c>debug</c>.</summary>
    /// <param name="details">The details.</param>
    /// <param name="writer">Takes the member.</param>
    protected virtual void WriteDebugDetails(LinkErrorDebugDetails details, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("debug");
        WriteDebugMembers(details, writer);
        writer.WriteEndObject();
    }

    /// <summary>
    /// The public message for a dialect that has no field for <see cref="LinkError.ReferenceId"/>: an unexpected error
    /// names its reference in the text, so that people can quote it.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <returns>The text.</returns>
    protected static string GetText(LinkError error) =>
        error is { Code: LinkErrorCodes.ServerError, HasExplicitMessage: false, ReferenceId: { } reference }
            ? $"{error.Message} Reference: {reference}"
            : error.Message;

    /// <summary>
    /// The text for a field that people read: in their language where <see cref="LinkErrorWriteContext.LocalizedMessage"/> has it,
    /// otherwise that of <see cref="GetText(LinkError)"/>.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    protected static string GetText(LinkError error, LinkErrorWriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.LocalizedMessage ?? GetText(error);
    }

    private protected static void WriteDebugMembers(LinkErrorDebugDetails details, Utf8JsonWriter writer)
    {
        writer.WriteString("exception", details.Exception);
        writer.WriteStartArray("traceback");
        foreach (string line in details.Traceback)
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }
}
