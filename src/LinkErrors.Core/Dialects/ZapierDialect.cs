using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LinkErrors.Dialects;

/// <summary>
/// Zapier: <c>error</c>, <c>error_description</c> and the client's <c>state</c> on a 302; the same without state in JSON.
/// It has three codes on a redirect, so the fixed description tells its errors apart; <c>invalid_grant</c> and
/// <c>invalid_client</c> exist at the token endpoint only.
/// </summary>
internal sealed class ZapierDialect : LinkErrorDialect, IWebMessageDialect, IBodyTypeDialect
{
    private const string ProviderFailed = "OAuth Failed";
    private const string ProviderFailedPrefix = ProviderFailed + ": ";

    private static readonly (string WireCode, string Description, string Code)[] Rows =
    [
        (LinkErrorCodes.InvalidRequest, "Invalid token", LinkErrorCodes.LinkTokenInvalid),
        (LinkErrorCodes.InvalidRequest, "Token expired", LinkErrorCodes.LinkTokenExpired),
        (LinkErrorCodes.InvalidRequest, "Resource does not match connect token", LinkErrorCodes.InvalidTarget),
        (LinkErrorCodes.InvalidRequest, "redirect_uri is not allowed", LinkErrorCodes.InvalidRedirectUri),
        (LinkErrorCodes.InvalidRequest, "Invalid app", LinkErrorCodes.InvalidApp),
        (LinkErrorCodes.AccessDenied, "User not found", LinkErrorCodes.UserNotFound),
        (LinkErrorCodes.ServerError, "Session initialization failed", LinkErrorCodes.SessionInitializationFailed),
        (LinkErrorCodes.ServerError, "An unexpected error occurred", LinkErrorCodes.ServerError),
        (LinkErrorCodes.ServerError, ProviderFailed, LinkErrorCodes.ProviderError),
    ];

    public override string Name => LinkErrorDialectNames.Zapier;

    public Type BodyType => typeof(ZapierErrorBody);

    public override string GetWireCode(LinkErrorDefinition definition) =>
        definition.Code is LinkErrorCodes.InvalidGrant or LinkErrorCodes.InvalidClient ? definition.Code : GetRedirectCode(definition);

    public override int GetStatusCode(LinkError error, LinkErrorWriteContext context) => error.Code switch
    {
        LinkErrorCodes.InvalidClient => 401,
        LinkErrorCodes.LinkTokenMissing => 404,
        _ => error.StatusCode >= 500 ? 500 : 400,
    };

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters)
    {
        parameters.Add("error", GetRedirectCode(error.Definition));
        if (FindDescription(error) is { } description)
        {
            // It tells what the code does not, so it is sent whole.
            parameters.Add("error_description", description);
        }
        else
        {
            parameters.AddText("error_description", GetDescription(error));
        }

        parameters.Add("state", error.State);
    }

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        writer.WriteString("error", GetWireCode(error.Definition));
        writer.WriteString("error_description", GetDescription(error));
    }

    /// <summary>Zapier's popup has a message of its own.</summary>
    public void WriteWebMessage(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "authenticationError");
        writer.WriteString("error", GetRedirectCode(error.Definition));
        writer.WriteEndObject();
    }

    public override LinkErrorMatch Recognize(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        Recognize(parameters.Find("error"), parameters.Find("error_description"));

    public override LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        Recognize(response.GetText("error"), response.GetText("error_description"));

    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog)
    {
        LinkError? error = Read(parameters.Find("error"), parameters.Find("error_description"), catalog);
        return error is null ? null : error with { State = parameters.Find("state") };
    }

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        string? wireCode = response.GetText("error");
        string? description = response.GetText("error_description");
        LinkError? error = response.StatusCode == 404 && wireCode is LinkErrorCodes.InvalidRequest
            ? CreateError(catalog, LinkErrorCodes.LinkTokenMissing, wireCode, description)
            : Read(wireCode, description, catalog);
        return AddResponse(error, response);
    }

    /// <summary>What has no row maps by kind and status: a refusal, a fault of the service, or else the request's own.</summary>
    private static string GetRedirectCode(LinkErrorDefinition definition)
    {
        foreach ((string wireCode, _, string code) in Rows)
        {
            if (code == definition.Code)
            {
                return wireCode;
            }
        }

        return definition switch
        {
            { StatusCode: >= 500 } => LinkErrorCodes.ServerError,
            { OAuthCode: LinkErrorCodes.AccessDenied } or { StatusCode: 403 } => LinkErrorCodes.AccessDenied,
            _ => LinkErrorCodes.InvalidRequest,
        };
    }

    private static string GetDescription(LinkError error)
    {
        if (FindDescription(error) is { } description)
        {
            return description;
        }

        string message = WireText.ToOAuthDescription(error, error.Message);
        return error is { HasExplicitMessage: true, Code: LinkErrorCodes.ProviderError } ? ProviderFailedPrefix + message : message;
    }

    /// <summary>The fixed description of an error that says nothing of its own; null when there is none.</summary>
    private static string? FindDescription(LinkError error)
    {
        foreach ((_, string description, string code) in Rows)
        {
            if (code == error.Code)
            {
                return error.HasExplicitMessage ? null : description;
            }
        }

        return null;
    }

    /// <summary>Its fixed descriptions show it, where they say more than the code does.</summary>
    private static LinkErrorMatch Recognize(string? wireCode, string? description) =>
        FindCode(wireCode, description) is { } code && code != wireCode ? LinkErrorMatch.Certain : LinkErrorMatch.None;

    /// <summary>The canonical code that a fixed description tells; null for a description of somebody's own.</summary>
    private static string? FindCode(string? wireCode, string? description)
    {
        foreach ((string rowWireCode, string rowDescription, string code) in Rows)
        {
            if (rowWireCode == wireCode && rowDescription == description)
            {
                return code;
            }
        }

        return IsProviderFailure(wireCode, description) ? LinkErrorCodes.ProviderError : null;
    }

    private static bool IsProviderFailure(string? wireCode, [NotNullWhen(true)] string? description) =>
        wireCode == LinkErrorCodes.ServerError && description is not null && description.StartsWith(ProviderFailedPrefix, StringComparison.Ordinal);

    /// <summary>A fixed description is no message of the peer's own; behind the prefix of a failed provider stands one.</summary>
    private LinkError? Read(string? wireCode, string? description, LinkErrorCatalog catalog)
    {
        if (wireCode is null)
        {
            return null;
        }

        string? code = FindCode(wireCode, description);
        string? message = code is null ? description : IsProviderFailure(wireCode, description) ? description[ProviderFailedPrefix.Length..] : null;
        return CreateError(catalog, code ?? wireCode, wireCode, description) with { Message = message };
    }
}

/// <summary>The members of the JSON of Zapier. It is a schema only.</summary>
internal sealed record ZapierErrorBody(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string ErrorDescription);
