using System.Text.Json;
using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>
/// Junction: <c>state=error</c>, <c>error_type</c> and <c>error</c>, on a 307 or as JSON with status 200. It cannot
/// echo an OAuth state, because <c>state</c> is a constant.
/// </summary>
internal sealed class JunctionDialect : LinkErrorDialect, IBodyTypeDialect
{
    private const string ErrorState = "error";

    private static readonly WireCodeTable Codes = new(
        ("invalid_token", LinkErrorCodes.LinkTokenInvalid),
        ("token_expired", LinkErrorCodes.LinkTokenExpired),
        ("token_consumed", LinkErrorCodes.LinkTokenConsumed),
        ("token_not_validated", LinkErrorCodes.LinkTokenNotValidated));

    public override string Name => LinkErrorDialectNames.Junction;

    public Type BodyType => typeof(JunctionErrorBody);

    public override int RedirectStatusCode => 307;

    public override string GetWireCode(LinkErrorDefinition definition) => Codes.ToWire(definition.Code);

    public override int GetStatusCode(LinkError error, LinkErrorWriteContext context) => 200;

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters)
    {
        parameters.Add("state", ErrorState);
        parameters.Add("error_type", GetWireCode(error.Definition));
        parameters.AddText("error", GetText(error, context));
    }

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        writer.WriteString("state", ErrorState);
        writer.WriteString("error_type", GetWireCode(error.Definition));
        writer.WriteString("error", GetText(error, context));
    }

    /// <summary>The constant state shows it. A client's own state may be the same word, so on a redirect the type must be there too.</summary>
    public override LinkErrorMatch Recognize(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        parameters.Find("state") == ErrorState && parameters.Find("error_type") is not null ? LinkErrorMatch.Certain : LinkErrorMatch.None;

    public override LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        response.GetText("state") == ErrorState ? LinkErrorMatch.Certain : LinkErrorMatch.None;

    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        Read(parameters.Find("state"), parameters.Find("error_type"), parameters.Find("error"), catalog);

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        AddResponse(Read(response.GetText("state"), response.GetText("error_type"), response.GetText("error"), catalog), response);

    private LinkError? Read(string? state, string? errorType, string? text, LinkErrorCatalog catalog) =>
        state == ErrorState && (errorType ?? text) is not null
            ? CreateError(catalog, errorType is null ? null : Codes.ToCanonical(errorType), errorType, text)
            : null;
}

/// <summary>The members of the JSON of Junction. It is a schema only.</summary>
internal sealed record JunctionErrorBody(
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("error_type")] string ErrorType,
    [property: JsonPropertyName("error")] string Error);
