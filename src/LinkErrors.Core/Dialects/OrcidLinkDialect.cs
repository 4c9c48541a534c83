using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>ORCID Link: <c>code</c>, <c>title</c> and <c>message</c> on a 302, and <c>data</c> beside them in JSON.</summary>
internal sealed class OrcidLinkDialect : LinkErrorDialect, IBodyTypeDialect
{
    private const int ShortestTitle = 5;
    private const int LongestTitle = 50;
    private const string Ellipsis = "\u2026";

    private static readonly WireCodeTable Codes = new(
        ("link.orcid_error", LinkErrorCodes.ProviderError),
        ("link.code_missing", LinkErrorCodes.CallbackCodeMissing),
        ("link.state_missing", LinkErrorCodes.CallbackStateMissing),
        ("link.session_id_missing", LinkErrorCodes.SessionIdMissing),
        ("linking_session.wrong_state", LinkErrorCodes.CallbackStateInvalid),
        ("orcid-invalid-token", LinkErrorCodes.ProviderTokenRejected),
        ("invalidToken", LinkErrorCodes.InvalidToken),
        ("requestParametersInvalid", LinkErrorCodes.InvalidRequest),
        ("notFound", LinkErrorCodes.NotFound),
        ("internalServerError", LinkErrorCodes.ServerError));

    private static readonly FrozenDictionary<string, (string Title, string? Message)> Texts =
        new Dictionary<string, (string Title, string? Message)>(StringComparer.Ordinal)
        {
            [LinkErrorCodes.ProviderError] = ("ORCID Error Linking", null),
            [LinkErrorCodes.CallbackCodeMissing] = ("Linking code missing", "The 'code' query param is required but missing"),
            [LinkErrorCodes.CallbackStateMissing] = ("Linking state missing", "The 'state' query param is required but missing"),
            [LinkErrorCodes.SessionIdMissing] = ("Linking Error", "The 'session_id' was not provided in the 'state' query param"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public override string Name => LinkErrorDialectNames.OrcidLink;

    public Type BodyType => typeof(OrcidLinkErrorBody);

    public override string GetWireCode(LinkErrorDefinition definition) => Codes.ToWire(definition.Code);

    public override int GetStatusCode(LinkError error, LinkErrorWriteContext context) =>
        error is { Code: LinkErrorCodes.InvalidRequest, StatusCode: 400 } ? 422 : error.StatusCode;

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters)
    {
        parameters.Add("code", GetWireCode(error.Definition));
        parameters.Add("title", GetTitle(error, context));
        parameters.AddText("message", context.LocalizedMessage ?? GetMessage(error));
    }

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        writer.WriteString("code", GetWireCode(error.Definition));
        writer.WriteString("title", GetTitle(error, context));
        writer.WriteString("message", context.LocalizedMessage ?? GetMessage(error));
        if (context.DebugDetails is null && error.Data is { } data)
        {
            writer.WritePropertyName("data");
            data.WriteTo(writer);
        }
        else if (context.DebugDetails is { } details)
        {
            WriteDebugData(error.Data, details, writer);
        }
    }

    public override LinkErrorMatch Recognize(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        parameters.IsSuccess ? LinkErrorMatch.None : LinkErrorMatch.Possible;

    /// <summary>A code and a message are in many formats; a title beside them is not.</summary>
    public override LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        response.StatusCode >= 400 && response.GetText("title") is not null ? LinkErrorMatch.Possible : LinkErrorMatch.None;

    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        parameters.Find("code") is { } code ? Read(code, parameters.Find("title"), parameters.Find("message"), catalog) : null;

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        LinkError? error = response.GetText("code") is { } code ? Read(code, response.GetText("title"), response.GetText("message"), catalog) : null;
        return AddResponse(error is null ? null : error with { Data = response.GetMember("data") }, response);
    }

    /// <summary>ORCID Link has a place of its own for debug details: <c>data</c>.</summary>
    protected override void WriteDebugDetails(LinkErrorDebugDetails details, Utf8JsonWriter writer)
    {
    }

    /// <summary>A success callback has a code too: only a title or a message makes it an error.</summary>
    private LinkError? Read(string code, string? title, string? message, LinkErrorCatalog catalog) =>
        (title ?? message) is not null
            ? CreateError(catalog, Codes.ToCanonical(code), code, message) with { Title = title }
            : null;

    /// <summary>
    /// A title of the error's own that does not fit gives way to what follows. One for people does not, for it would give way to another language.
    /// </summary>
    private static string GetTitle(LinkError error, LinkErrorWriteContext context) =>
        error.Title != error.Definition.Title && error.Title.Length is >= ShortestTitle and <= LongestTitle ? error.Title
        : context.LocalizedTitle is { Length: >= ShortestTitle } localized ? Shorten(localized)
        : Texts.TryGetValue(error.Code, out (string Title, string? Message) texts) ? texts.Title
        : error.Definition.Title;

    /// <summary>Cuts between characters, not through one.</summary>
    private static string Shorten(string title)
    {
        if (title.Length <= LongestTitle)
        {
            return title;
        }

        int end = LongestTitle - Ellipsis.Length;
        return string.Concat(title.AsSpan(0, char.IsHighSurrogate(title[end - 1]) ? end - 1 : end).TrimEnd(), Ellipsis);
    }

    private static string GetMessage(LinkError error) =>
        !error.HasExplicitMessage && Texts.TryGetValue(error.Code, out (string Title, string? Message) texts) && texts.Message is { } message
            ? message
            : GetText(error);

    private static void WriteDebugData(JsonElement? data, LinkErrorDebugDetails details, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("data");
        if (data is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (JsonProperty member in members.EnumerateObject().Where(member => member.Name is not ("exception" or "traceback")))
            {
                member.WriteTo(writer);
            }
        }

        WriteDebugMembers(details, writer);
        writer.WriteEndObject();
    }
}

/// <summary>The members of the JSON of ORCID Link. It is a schema only.</summary>
internal sealed record OrcidLinkErrorBody(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("data")] JsonElement? Data);
