using System.Text.Json;
using System.Text.Json.Serialization;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// RFC 9457: <c>type</c>, <c>title</c>, <c>status</c> and <c>detail</c>, with <c>code</c>, <c>traceId</c>, <c>scopes</c> and the
/// error's data as extension members. On a redirect it is the <c>oauth</c> dialect.
/// </summary>
internal sealed class ProblemDetailsDialect : LinkErrorDialect, IBodyTypeDialect
{
    private const string MediaType = "application/problem+json";
    private const string NoType = "about:blank";

    private static readonly string[] OwnMembers = ["type", "title", "status", "detail", "instance", "code", "traceId", "scopes", "data", "debug"];

    private readonly OAuthDialect _redirects = new();

    public override string Name => LinkErrorDialectNames.ProblemDetails;

    public Type BodyType => typeof(LinkProblemBody);

    public override string ContentType => MediaType;

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters) =>
        _redirects.WriteParameters(error, context, parameters);

    public override void WriteHeaders(LinkError error, LinkErrorWriteContext context, LinkErrorHeaders headers) =>
        _redirects.WriteHeaders(error, context, headers);

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        int status = GetStatusCode(error, context);
        writer.WriteString("type", error.HelpUri is { } type ? WireText.ToUri(type) : NoType);
        // RFC 9457 §4.2.1: without a type of its own, a problem has the title of its status.
        writer.WriteString("title", error.HelpUri is null ? ReasonPhrase.Find(status) ?? "Error" : error.Definition.Title);
        writer.WriteNumber("status", status);
        writer.WriteString("detail", error.Message);
        writer.WriteString("code", error.Code);
        if (error.ReferenceId is { } reference)
        {
            writer.WriteString("traceId", reference);
        }

        if (error.Scopes.Count > 0)
        {
            writer.WriteStartArray("scopes");
            foreach (string scope in error.Scopes)
            {
                writer.WriteStringValue(scope);
            }

            writer.WriteEndArray();
        }

        WriteData(error.Data, writer);
    }

    /// <summary>On a redirect it is the oauth dialect.</summary>
    public override LinkErrorMatch Recognize(LinkErrorParameters parameters, LinkErrorCatalog catalog) => LinkErrorMatch.None;

    /// <summary>
    /// The media type shows it, unless the body names no error and a challenge does. Elsewhere every member is optional (RFC 9457
    /// §3.1), so a problem shows by two of them, or by detail, which is nobody else's.
    /// </summary>
    public override LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        response.GetHeader("Content-Type").Any(type => type.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase))
            ? response.GetText("code") is null && response.ErrorChallenge is not null ? LinkErrorMatch.Possible : LinkErrorMatch.Certain
        : response.StatusCode >= 400 && (response.GetText("detail") is not null || HasTitleOfAProblem(response)) ? LinkErrorMatch.Possible
        : LinkErrorMatch.None;

    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog)
    {
        LinkError? error = _redirects.ReadParameters(parameters, catalog);
        return error is null ? null : error with { Origin = error.Origin! with { Dialect = Name } };
    }

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        string? code = response.GetText("code");
        string? detail = response.GetText("detail");
        string? type = response.GetText("type");
        string? title = response.GetText("title");
        if ((code ?? detail ?? type ?? title) is null)
        {
            return null;
        }

        // RFC 9457 §4.2.1: without a type of its own, the title is the name of the status, which is no news.
        bool hasType = type is not null and not NoType;
        bool hasTitle = title is not null && (hasType || !string.Equals(title, ReasonPhrase.Find(response.StatusCode), StringComparison.OrdinalIgnoreCase));
        string? text = detail ?? (hasTitle ? title : null);
        Uri? helpUri = Uri.TryCreate(type, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" ? uri : null;
        LinkError error = CreateError(catalog, code ?? GetCode(response.StatusCode), response.FindText("code"), text) with
        {
            Title = hasTitle ? title : null,
            HelpUri = helpUri,
            ReferenceId = response.GetText("traceId"),
            Scopes = response.GetMember("scopes") is { ValueKind: JsonValueKind.Array } scopes
                ? [.. scopes.EnumerateArray().Where(scope => scope.ValueKind == JsonValueKind.String).Select(scope => scope.GetString()!)]
                : [],
            Data = ReadData(response.Body),
        };
        return AddResponse(hasType ? error with { Origin = error.Origin! with { WireUri = type } } : error, response);
    }

    private static bool HasTitleOfAProblem(LinkErrorResponse response) =>
        response.GetText("title") is not null && (response.GetText("type") is not null || response.GetMember("status") is not null);

    /// <summary>RFC 9457 §3.2: an extension name has three or more letters, digits or underscores and begins with a letter.</summary>
    private static bool IsExtensionName(string name) =>
        name.Length >= 3
        && char.IsAsciiLetter(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !OwnMembers.Contains(name, StringComparer.Ordinal);

    /// <summary>Data that does not fit as extension members goes whole into a member <c>data</c>.</summary>
    private static void WriteData(JsonElement? data, Utf8JsonWriter writer)
    {
        if (data is not { } value)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(member => IsExtensionName(member.Name)))
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            return;
        }

        writer.WritePropertyName("data");
        value.WriteTo(writer);
    }

    private static JsonElement? ReadData(JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } members)
        {
            return null;
        }

        if (members.TryGetProperty("data", out JsonElement data))
        {
            return data;
        }

        JsonProperty[] extensions = [.. members.EnumerateObject().Where(member => IsExtensionName(member.Name))];
        return extensions.Length == 0 ? null : LinkErrorData.Build(writer =>
        {
            foreach (JsonProperty extension in extensions)
            {
                extension.WriteTo(writer);
            }
        });
    }
}

/// <summary>The members of problem details (RFC 9457) that every link error has. It is a schema only.</summary>
internal sealed record LinkProblemBody(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("detail")] string Detail,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("traceId")] string? TraceId);
