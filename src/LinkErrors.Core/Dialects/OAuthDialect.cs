using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// OAuth 2.0: the authorization error response (RFC 6749 §4.1.2.1, RFC 9207), the token error response (§5.2) and the
/// challenges of RFC 6750 §3, RFC 9449 §7.1, RFC 9470 §3 and RFC 9728 §5.1.
/// </summary>
internal class OAuthDialect : LinkErrorDialect, IBodyTypeDialect
{
    private const string BearerScheme = "Bearer";
    private const string DPoPScheme = "DPoP";

    /// <summary>The codes that this process may send as they are.</summary>
    private static readonly FrozenSet<string> RegisteredCodes =
        LinkErrorCatalog.Default.Select(definition => definition.OAuthCode).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Codes of the token endpoint mean nothing at a redirect URI; a code that is mapped to one is the request's fault.</summary>
    private static readonly FrozenSet<string> TokenEndpointCodes =
        FrozenSet.Create(StringComparer.Ordinal, LinkErrorCodes.InvalidGrant, LinkErrorCodes.InvalidClient, LinkErrorCodes.UnsupportedGrantType);

    /// <summary>
    /// What RFC 6749 §5.2 answers with 400 at a token endpoint; <c>access_denied</c> is that of §4.1.2.1 and RFC 8628 §3.5. A client that
    /// gets another status there reads a fault of HTTP, and no code.
    /// </summary>
    private static readonly FrozenSet<string> BadRequestCodes = FrozenSet.Create(
        StringComparer.Ordinal,
        LinkErrorCodes.InvalidRequest,
        LinkErrorCodes.InvalidGrant,
        LinkErrorCodes.UnauthorizedClient,
        LinkErrorCodes.UnsupportedGrantType,
        LinkErrorCodes.InvalidScope,
        LinkErrorCodes.AccessDenied);

    public override string Name => LinkErrorDialectNames.OAuth;

    public Type BodyType => typeof(OAuthErrorBody);

    public override string GetWireCode(LinkErrorDefinition definition) =>
        RegisteredCodes.Contains(definition.Code) ? definition.Code : definition.OAuthCode;

    public override int GetStatusCode(LinkError error, LinkErrorWriteContext context) => GetWireCode(error.Definition) switch
    {
        LinkErrorCodes.InvalidClient or LinkErrorCodes.InvalidToken or LinkErrorCodes.InsufficientUserAuthentication => 401,
        LinkErrorCodes.InsufficientScope => 403,
        LinkErrorCodes.InvalidDPoPProof or LinkErrorCodes.UseDPoPNonce => IsDPoP(context) ? 401 : 400,
        _ when error.Code is LinkErrorCodes.AccessDenied && error.StatusCode == error.Definition.StatusCode => 400,
        var code when context.IsTokenEndpoint && !IsToken(context) && BadRequestCodes.Contains(code) && IsOfResource(error) => 400,
        _ => error.StatusCode,
    };

    public override void WriteParameters(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters)
    {
        parameters.Add("error", GetRedirectCode(error.Definition));
        parameters.AddText("error_description", WireText.ToOAuthDescription(error, GetText(error)));
        parameters.Add("error_uri", GetErrorUri(error));
        parameters.Add("state", error.State);
        parameters.Add("iss", context.Issuer);
    }

    public override void WriteMembers(LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        writer.WriteString("error", GetWireCode(error.Definition));
        writer.WriteString("error_description", WireText.ToOAuthDescription(error, GetText(error)));
        if (GetErrorUri(error) is { } errorUri)
        {
            writer.WriteString("error_uri", errorUri);
        }
    }

    public override void WriteHeaders(LinkError error, LinkErrorWriteContext context, LinkErrorHeaders headers)
    {
        if (error.RetryAfter is { } delay)
        {
            headers.AddRetryAfter(delay);
        }

        if (LinkErrorData.GetString(error.Data, "dpop_nonce") is { } nonce)
        {
            headers.Add("DPoP-Nonce", nonce);
        }

        if (GetChallenge(error, context) is { } challenge)
        {
            headers.Add("WWW-Authenticate", challenge);
        }
    }

    public override LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog)
    {
        if (parameters.Find("error") is not { } wireCode)
        {
            return null;
        }

        string? text = parameters.Find("error_description");
        LinkError error = LinkErrorCodeRule.IsValid(wireCode)
            ? CreateError(catalog, wireCode, wireCode, text)
            : CreateError(catalog, LinkErrorCodes.GenericError, wireCode, text ?? wireCode);
        return error with
        {
            State = parameters.Find("state"),
            HelpUri = ToHelpUri(parameters.Find("error_uri")),
        };
    }

    /// <summary>The body decides; without one the challenge that names an error does.</summary>
    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        AuthenticationChallenge? challenge = response.ErrorChallenge ?? FindOffer(response);
        string? wireCode = response.GetText("error") ?? challenge?.Parameters.GetValueOrDefault("error");
        if (wireCode is null && challenge is null)
        {
            return null;
        }

        string? text = response.GetText("error_description") ?? challenge?.Parameters.GetValueOrDefault("error_description") ?? response.GetText("message") ?? response.FindText("error.message");
        LinkError error = AddResponse(CreateError(catalog, wireCode, text, response), response)!;
        return error with
        {
            State = response.GetText("state"),
            HelpUri = ToHelpUri(response.GetText("error_uri") ?? challenge?.Parameters.GetValueOrDefault("error_uri")),
            Scopes = ReadScopes(response, challenge),
            RetryAfter = error.RetryAfter ?? ReadInterval(error.Definition, response),
            Data = ReadData(challenge, response),
        };
    }

    /// <summary>Whether a challenge may name the error. RFC 6750 §3.1: not to a client that sent no credentials.</summary>
    protected virtual bool MayNameError(LinkError error, LinkErrorWriteContext context) =>
        IsToken(context) || GetWireCode(error.Definition) != LinkErrorCodes.InvalidToken;

    /// <summary>Other credentials than a token are none to a challenge that asks for one.</summary>
    private static bool IsToken(LinkErrorWriteContext context) =>
        IsDPoP(context) || string.Equals(context.CredentialScheme, BearerScheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the status of a definition tells of a resource, which a token endpoint has none of. One that was set stays.</summary>
    private static bool IsOfResource(LinkError error) =>
        error.StatusCode is 403 or 404 or 409 or 410 or 422 && error.StatusCode == error.Definition.StatusCode;

    private static bool IsDPoP(LinkErrorWriteContext context) =>
        string.Equals(context.CredentialScheme, DPoPScheme, StringComparison.OrdinalIgnoreCase);

    private static string? GetErrorUri(LinkError error) =>
        error.HelpUri is { } uri ? WireText.ToUri(uri) : null;

    private static Uri? ToHelpUri(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" ? uri : null;

    /// <summary>
    /// RFC 6750 §3.1, RFC 9728 §5.1: who sent no credentials is told what to get, and no code. What is told so is worth as much.
    /// </summary>
    private static AuthenticationChallenge? FindOffer(LinkErrorResponse response) => response.StatusCode is 401 or 403
        ? response.Challenges.FirstOrDefault(challenge =>
            challenge.Parameters.GetValueOrDefault("resource_metadata") is { Length: > 0 } || challenge.Parameters.GetValueOrDefault("scope") is { Length: > 0 })
        : null;

    private static string[] ReadScopes(LinkErrorResponse response, AuthenticationChallenge? challenge) =>
        (response.GetText("scope") ?? challenge?.Parameters.GetValueOrDefault("scope"))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>RFC 8628 §3.5: how long to wait between two polls, where polling goes on.</summary>
    private static TimeSpan? ReadInterval(LinkErrorDefinition definition, LinkErrorResponse response) =>
        definition.IsTransient && uint.TryParse(response.FindText("interval"), NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, LinkError.LongestRetryAfter))
            : null;

    internal static JsonElement? ReadData(AuthenticationChallenge? challenge, LinkErrorResponse response)
    {
        string? nonce = response.FindHeader("DPoP-Nonce");
        string? acrValues = challenge?.Parameters.GetValueOrDefault("acr_values");
        TimeSpan? maxAge = uint.TryParse(challenge?.Parameters.GetValueOrDefault("max_age"), CultureInfo.InvariantCulture, out uint seconds) ? TimeSpan.FromSeconds(seconds) : null;
        string? resourceMetadata = challenge?.Parameters.GetValueOrDefault("resource_metadata");
        return resourceMetadata is null
            ? LinkErrorData.CreateStepUp(acrValues, maxAge) ?? LinkErrorData.Create("dpop_nonce", nonce)
            : LinkErrorData.CreateChallenge(acrValues, maxAge, nonce, resourceMetadata);
    }

    /// <summary>
    /// Some servers write prose where the code belongs, or the name of the status, which says no more than the status does. A
    /// code that is known may stand beside it.
    /// </summary>
    private LinkError CreateError(LinkErrorCatalog catalog, string? wireCode, string? text, LinkErrorResponse response) =>
        LinkErrorCodeRule.IsValid(wireCode) && !string.Equals(wireCode, ReasonPhrase.Find(response.StatusCode), StringComparison.OrdinalIgnoreCase)
            ? CreateError(catalog, wireCode, wireCode, text)
        : wireCode is not null && response.GetText("errorCode") is { } code && catalog.FindWord(code) is not null
            ? CreateError(catalog, code, code, text ?? wireCode)
            : CreateError(catalog, GetCode(response.StatusCode), wireCode, text ?? wireCode);

    private string GetRedirectCode(LinkErrorDefinition definition)
    {
        string code = GetWireCode(definition);
        bool isMapped = code != definition.Code;
        return isMapped && TokenEndpointCodes.Contains(code) ? LinkErrorCodes.InvalidRequest : code;
    }

    private string? GetChallenge(LinkError error, LinkErrorWriteContext context)
    {
        string code = GetWireCode(error.Definition);
        if (code == LinkErrorCodes.InvalidClient)
        {
            return context.CredentialScheme is { } scheme ? AuthenticationChallenge.Format(scheme, ("realm", context.Realm)) : null;
        }

        int status = GetStatusCode(error, context);
        bool lacksScope = code == LinkErrorCodes.InsufficientScope && (context.CredentialScheme is null || IsToken(context));
        if (status != 401 && !lacksScope)
        {
            return null;
        }

        bool mayName = MayNameError(error, context);
        return AuthenticationChallenge.Format(
            IsDPoP(context) ? DPoPScheme : BearerScheme,
            ("realm", context.Realm),
            ("error", mayName ? code : null),
            ("error_description", mayName ? WireText.ToOAuthDescription(error, GetText(error)) : null),
            ("error_uri", mayName && context.ErrorUriInChallenges ? GetErrorUri(error) : null),
            ("scope", WireText.ToOAuthDescription(string.Join(' ', error.Scopes))),
            ("acr_values", LinkErrorData.GetString(error.Data, "acr_values")),
            ("max_age", LinkErrorData.GetString(error.Data, "max_age")),
            ("algs", IsDPoP(context) ? context.DPoPAlgorithms : null),
            ("resource_metadata", context.ResourceMetadata));
    }
}

/// <summary>The members of RFC 6749 §5.2. It is a schema only.</summary>
internal sealed record OAuthErrorBody(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string ErrorDescription,
    [property: JsonPropertyName("error_uri")] string? ErrorUri);
