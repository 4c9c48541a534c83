using System.Globalization;
using System.Text.Json;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// How one system spells an error: parameter names and their order, JSON shape, statuses, headers and codes. A dialect
/// writes and reads its format, and knows nothing of the HTTP server or client around it.
/// </summary>
public abstract class LinkErrorDialect
{
    /// <summary>The name by which configuration and endpoints choose the dialect, for example <c>junction</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The status of a redirect that answers GET or HEAD. Other methods get 303 (RFC 9700 §4.12).</summary>
    /// <value>The default is 302.</value>
    public virtual int RedirectStatusCode => 302;

    /// <summary>
    /// Whether the dialect knows a way back to the login page, see <see cref="LinkErrorWriteContext.IsLoginRetry"/>.
    /// </summary>
    /// <value>The default is false.</value>
    public virtual bool HasLoginRetry => false;

    /// <summary>The media type of the JSON body.</summary>
    /// <value>The default is <c>application/json</c>.</value>
    public virtual string ContentType => "application/json";

    /// <summary>A type with the members of the JSON body, for the schema in OpenAPI documents. Nothing makes an instance of it.</summary>
    /// <value>The default is null: the body is documented without a schema.</value>
    public virtual Type? BodyType => null;

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

    /// <summary>
    /// Writes the message that a popup or frame posts to the window which opened it. The default is that of the
    /// web_message response mode: the type <c>authorization_response</c>, and the parameters of a redirect.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <param name="writer">Takes the JSON.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public virtual void WriteWebMessage(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        LinkErrorParameters parameters = [];
        WriteParameters(error, context, parameters);
        writer.WriteStartObject();
        writer.WriteString("type", "authorization_response");
        writer.WriteStartObject("response");
        foreach (LinkErrorParameter parameter in parameters)
        {
            writer.WriteString(parameter.Name, parameter.Value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

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

    /// <summary>Reads what <see cref="WriteParameters"/> writes.</summary>
    /// <param name="parameters">The parameters of a callback.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <returns>The error; null when the parameters carry none of this dialect.</returns>
    public abstract LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog);

    /// <summary>Reads what <see cref="WriteMembers"/> and <see cref="WriteHeaders"/> write.</summary>
    /// <param name="response">The response.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <returns>The error; null when the response carries none of this dialect.</returns>
    public abstract LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog);

    /// <inheritdoc/>
    public override string ToString() => Name;

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

    /// <summary>Makes the error that a reader found.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="canonicalCode">The canonical code; one that no catalog could hold becomes <c>generic_error</c>.</param>
    /// <param name="wireCode">The peer's own code.</param>
    /// <param name="text">The peer's own text.</param>
    /// <returns>The error, with its origin.</returns>
    protected LinkError CreateError(LinkErrorCatalog catalog, string? canonicalCode, string? wireCode, string? text)
    {
        string code = LinkErrorCodeRule.IsValid(canonicalCode) ? canonicalCode : LinkErrorCodes.GenericError;
        return new LinkError(catalog.Resolve(code)) { Message = text, Origin = new LinkErrorOrigin(Name, wireCode, text) };
    }

    /// <summary>Adds what a response says apart from its body: the status and <c>Retry-After</c> in seconds.</summary>
    /// <param name="error">The error that was read from the body; may be null.</param>
    /// <param name="response">The response.</param>
    /// <returns>The completed error; null for null.</returns>
    protected static LinkError? AddResponse(LinkError? error, LinkErrorResponse response)
    {
        if (error is null)
        {
            return null;
        }

        return error with
        {
            StatusCode = response.StatusCode is >= 400 and <= 599 ? response.StatusCode : error.StatusCode,
            RetryAfter = uint.TryParse(response.GetHeader("Retry-After").FirstOrDefault(), CultureInfo.InvariantCulture, out uint seconds)
                ? TimeSpan.FromSeconds(Math.Min(seconds, LinkError.LongestRetryAfter))
                : null,
        };
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
