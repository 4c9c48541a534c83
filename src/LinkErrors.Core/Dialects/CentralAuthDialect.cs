using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>
/// CentralAuth: <c>errorCode</c> and <c>message</c> in JSON, <c>error</c> and <c>error_description</c> on the callback,
/// and <c>error_message</c> alone on the way back to the login page. Its codes are camelCase.
/// </summary>
internal sealed class CentralAuthDialect : LinkErrorDialect, ILoginRetryDialect, IBodyTypeDialect
{
    private static readonly WireCodeTable Codes = new(
        ("tokenInvalid", LinkErrorCodes.InvalidToken),
        ("stateMissing", LinkErrorCodes.CallbackStateMissing),
        ("stateInvalid", LinkErrorCodes.CallbackStateInvalid));

    public override string Name => LinkErrorDialectNames.CentralAuth;

    public Type BodyType => typeof(CentralAuthErrorBody);

    public override string GetWireCode(LinkErrorDefinition definition) =>
        Codes.TryToWire(definition.Code, out string? wire) ? wire : ToCamelCase(definition.Code);

    public override int GetStatusCode(LinkError error, LinkErrorWriteContext context) => error.StatusCode switch
    {
        400 or 401 or 403 or 404 or 405 or 429 => error.StatusCode,
        >= 500 => 500,
        _ => 400,
    };

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters)
    {
        parameters.Add("error", GetWireCode(error.Definition));
        parameters.AddText("error_description", WireText.ToOAuthDescription(error, GetText(error)));
        parameters.Add("state", error.State);
    }

    public void WriteLoginRetry(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters) =>
        parameters.AddText("error_message", GetText(error, context));

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        writer.WriteString("errorCode", GetWireCode(error.Definition));
        writer.WriteString("message", GetText(error, context));
    }

    /// <summary>Its codes are camelCase, which nobody else's are; on the way back to the login page there is none.</summary>
    public override LinkErrorMatch Recognize(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        parameters.Find("error") is not { } wireCode ? (parameters.IsSuccess ? LinkErrorMatch.None : LinkErrorMatch.Possible)
        : ToCanonical(wireCode) is var code && code != wireCode && catalog.TryFind(code, out _) ? LinkErrorMatch.Certain
        : LinkErrorMatch.None;

    public override LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        response.StatusCode >= 400 && response.GetText("message") is not null && response.GetText("errorCode") is { } wireCode && IsCamelCase(wireCode)
            ? LinkErrorMatch.Certain
            : LinkErrorMatch.None;

    /// <summary>Either of the two parameters means failure.</summary>
    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog)
    {
        LinkError? error = Read(parameters.Find("error"), parameters.Find("error_description") ?? parameters.Find("error_message"), catalog);
        return error is null ? null : error with { State = parameters.Find("state") };
    }

    /// <summary>The message may come alone for an error that nobody expected.</summary>
    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        AddResponse(Read(response.GetText("errorCode"), response.GetText("message"), catalog), response);

    private LinkError? Read(string? wireCode, string? message, LinkErrorCatalog catalog) =>
        (wireCode ?? message) is null ? null : CreateError(catalog, wireCode is null ? null : ToCanonical(wireCode), wireCode, message);

    private static string ToCanonical(string wireCode) =>
        Codes.TryToCanonical(wireCode, out string? code) ? code : ToSnakeCase(wireCode);

    private static bool IsCamelCase(string wireCode) => char.IsAsciiLetterLower(wireCode[0]) && wireCode.All(char.IsAsciiLetterOrDigit);

    private static string ToCamelCase(string code)
    {
        StringBuilder text = new(code.Length);
        for (int index = 0; index < code.Length; index++)
        {
            bool joins = index > 0 && code[index] == '_' && index + 1 < code.Length && char.IsAsciiLetterLower(code[index + 1]);
            text.Append(joins ? char.ToUpperInvariant(code[++index]) : code[index]);
        }

        return text.ToString();
    }

    /// <summary>The inverse of <see cref="ToCamelCase"/>; a code that is not camelCase stays as it is.</summary>
    private static string ToSnakeCase(string wireCode)
    {
        StringBuilder text = new(wireCode.Length + 8);
        foreach (char character in wireCode)
        {
            text.Append(char.IsAsciiLetterUpper(character) ? "_" : "").Append(char.ToLowerInvariant(character));
        }

        string code = text.ToString();
        return ToCamelCase(code) == wireCode ? code : wireCode;
    }
}

/// <summary>The members of the JSON of CentralAuth. It is a schema only.</summary>
internal sealed record CentralAuthErrorBody(
    [property: JsonPropertyName("errorCode")] string ErrorCode,
    [property: JsonPropertyName("message")] string Message);
