using System.Text;
using System.Text.Json;

namespace LinkErrors.Dialects;

/// <summary>
/// CentralAuth: <c>errorCode</c> and <c>message</c> in JSON, <c>error</c> and <c>error_description</c> on the callback,
/// and <c>error_message</c> alone on the way back to the login page. Its codes are camelCase.
/// </summary>
internal sealed class CentralAuthDialect : LinkErrorDialect
{
    private static readonly WireCodeTable Codes = new(
        ("tokenInvalid", LinkErrorCodes.InvalidToken),
        ("stateMissing", LinkErrorCodes.CallbackStateMissing),
        ("stateInvalid", LinkErrorCodes.CallbackStateInvalid));

    public override string Name => "centralauth";

    public override Type? BodyType => typeof(CentralAuthErrorBody);

    public override bool HasLoginRetry => true;

    public override string GetWireCode(LinkErrorDefinition definition) =>
        Codes.ToWire(definition.Code) is var wire && ReferenceEquals(wire, definition.Code) ? ToCamelCase(wire) : wire;

    public override int GetStatusCode(LinkError error, LinkErrorWriteContext context) => error.StatusCode switch
    {
        400 or 401 or 403 or 404 or 405 or 429 => error.StatusCode,
        >= 500 => 500,
        _ => 400,
    };

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters)
    {
        if (context.IsLoginRetry)
        {
            parameters.AddText("error_message", GetText(error));
            return;
        }

        parameters.Add("error", GetWireCode(error.Definition));
        parameters.AddText("error_description", WireText.ToOAuthDescription(GetText(error)));
        parameters.Add("state", error.State);
    }

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        writer.WriteString("errorCode", GetWireCode(error.Definition));
        writer.WriteString("message", GetText(error));
    }

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
        Codes.ToCanonical(wireCode) is var code && ReferenceEquals(code, wireCode) ? ToSnakeCase(wireCode) : code;

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
