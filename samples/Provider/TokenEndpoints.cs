using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LinkErrors.Exceptions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Provider;

/// <summary>What code asks for: tokens (RFC 6749 §3.2), and what they open.</summary>
internal static class TokenEndpoints
{
    public static async Task RedeemAsync(HttpContext context, ProviderCodes codes, ProviderKey key, TimeProvider time)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string code = form["code"].ToString();
        await ProviderSwitch.RunAsync(codes.Peek(code)?.Then ?? "", context, async () =>
        {
            if (!codes.TryRedeem(code, out ProviderGrant? grant) || grant.Then == "refuse" || grant.RedirectUri != form["redirect_uri"] || !IsProved(grant, form["code_verifier"]))
            {
                throw new InvalidGrantException("The code is unknown, used, refused, or of another client.");
            }

            Dictionary<string, string> answer = new(StringComparer.Ordinal)
            {
                ["access_token"] = codes.IssueToken(grant),
                ["token_type"] = "Bearer",
                ["scope"] = grant.Scope,
            };
            if (grant.Scope.Split(' ').Contains("openid", StringComparer.Ordinal))
            {
                answer["id_token"] = Sign(grant, DiscoveryEndpoints.Issuer(context.Request), form["client_id"].ToString(), key, time);
            }

            await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
        });
    }

    public static IResult DescribeUser(HttpRequest request, ProviderCodes codes) =>
        codes.FindToken(request.Headers.Authorization) is { } grant ? Results.Json(new { sub = grant.Account }) : throw new InvalidTokenException();

    /// <summary>The first thing that is read with a token: by then the user may have taken it back.</summary>
    public static IResult ReadProfile(HttpRequest request, ProviderCodes codes) =>
        codes.FindToken(request.Headers.Authorization) is { Then: not "revoke" } grant ? Results.Json(new { name = grant.Account }) : throw new InvalidTokenException("The token was revoked.");

    /// <summary>RFC 7636 §4.6.</summary>
    private static bool IsProved(ProviderGrant grant, string? verifier) =>
        grant.CodeChallenge is not { } challenge
        || (verifier is not null && challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));

    private static string Sign(ProviderGrant grant, string issuer, string clientId, ProviderKey key, TimeProvider time)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        Dictionary<string, object> claims = new(StringComparer.Ordinal) { ["sub"] = grant.Account };
        if (grant.Nonce is { } nonce)
        {
            claims["nonce"] = nonce;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = clientId,
            Claims = claims,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            SigningCredentials = new SigningCredentials(key.Key, SecurityAlgorithms.RsaSha256),
        });
    }
}
