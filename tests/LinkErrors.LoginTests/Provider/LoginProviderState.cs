using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LinkErrors.LoginTests.Provider;

/// <summary>What the provider remembers between two requests, and what it makes of it.</summary>
internal sealed class LoginProviderState : IDisposable
{
    public const string Subject = "user-1";

    private readonly RSA _key = RSA.Create(2048);

    public ProviderBehavior Behavior { get; set; } = new();

    public ConcurrentDictionary<string, LoginProviderCode> Codes { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Dictionary<string, StringValues>> Pushed { get; } = new(StringComparer.Ordinal);

    public object PublicKeys
    {
        get
        {
            RSAParameters key = _key.ExportParameters(includePrivateParameters: false);
            return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } };
        }
    }

    /// <summary>The discovery document (OpenID Connect Discovery 1.0 §3, RFC 9126 §5).</summary>
    public Dictionary<string, object> Describe(string issuer)
    {
        Dictionary<string, object> document = new(StringComparer.Ordinal)
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = $"{issuer}/authorize",
            ["token_endpoint"] = $"{issuer}/token",
            ["userinfo_endpoint"] = $"{issuer}/userinfo",
            ["jwks_uri"] = $"{issuer}/keys",
            ["end_session_endpoint"] = $"{issuer}/logout",
            ["response_types_supported"] = new[] { "code", "id_token", "code id_token" },
            ["response_modes_supported"] = new[] { "query", "form_post" },
            ["grant_types_supported"] = new[] { "authorization_code", "implicit" },
            ["code_challenge_methods_supported"] = new[] { "S256" },
            ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_post" },
            ["scopes_supported"] = new[] { "openid", "profile" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        };
        if (Behavior.Par is not null)
        {
            document["pushed_authorization_request_endpoint"] = $"{issuer}/par";
        }

        return document;
    }

    public IResult Authorize(string issuer, Dictionary<string, StringValues> request)
    {
        if (request.TryGetValue("request_uri", out StringValues pushed))
        {
            request = Pushed[pushed.ToString()];
        }

        Dictionary<string, string?> answer = new(StringComparer.Ordinal) { ["state"] = request.GetValueOrDefault("state").ToString() };
        switch (Behavior.Authorize)
        {
            case "approve":
                Approve(issuer, request, answer);
                break;
            case "nothing":
                break;
            default:
                answer["error"] = Behavior.Authorize;
                if (Behavior.Description is not null)
                {
                    answer["error_description"] = Behavior.Description;
                }

                break;
        }

        string target = request["redirect_uri"].ToString();
        return request.GetValueOrDefault("response_mode").ToString() == "form_post"
            ? Results.Content(PostItself(target, answer), "text/html")
            : Results.Redirect(QueryHelpers.AddQueryString(target, answer));
    }

    public object CreateTokens(string issuer, LoginProviderCode code) =>
        new { access_token = "access-1", token_type = "Bearer", expires_in = 3600, id_token = CreateIdToken(issuer, code) };

    public void Dispose() => _key.Dispose();

    private void Approve(string issuer, Dictionary<string, StringValues> request, Dictionary<string, string?> answer)
    {
        LoginProviderCode code = new(request["client_id"].ToString(), request.GetValueOrDefault("nonce").ToString());
        string[] types = request["response_type"].ToString().Split(' ');
        if (types.Contains("code", StringComparer.Ordinal))
        {
            answer["code"] = Guid.NewGuid().ToString("N");
            Codes[answer["code"]!] = code;
        }

        if (types.Contains("id_token", StringComparer.Ordinal))
        {
            answer["id_token"] = CreateIdToken(issuer, code);
        }
    }

    private string CreateIdToken(string issuer, LoginProviderCode code) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = code.Client,
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = Subject,
            ["name"] = "Ada",
            ["nonce"] = Behavior.Nonce ?? code.Nonce ?? "",
            ["tid"] = "11111111-2222-3333-4444-555555555555",
            ["oid"] = "66666666-7777-8888-9999-000000000000",
        },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
    });

    /// <summary>OAuth 2.0 Form Post Response Mode §2.</summary>
    private static string PostItself(string target, Dictionary<string, string?> answer) =>
        $"""<html><body onload="document.forms[0].submit()"><form method="post" action="{WebUtility.HtmlEncode(target)}">{string.Concat(answer.Select(field => $"""<input type="hidden" name="{field.Key}" value="{WebUtility.HtmlEncode(field.Value)}">"""))}</form></body></html>""";
}
