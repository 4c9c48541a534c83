using Microsoft.IdentityModel.Tokens;

namespace Provider;

/// <summary>What a client learns of this provider: OpenID Connect Discovery 1.0 §3, RFC 8414.</summary>
internal static class DiscoveryEndpoints
{
    public static IResult Describe(HttpRequest request)
    {
        string issuer = Issuer(request);
        return Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = issuer + "/authorize",
            ["token_endpoint"] = issuer + "/token",
            ["userinfo_endpoint"] = issuer + "/userinfo",
            ["jwks_uri"] = issuer + "/jwks",
            ["response_types_supported"] = (string[])["code"],
            ["subject_types_supported"] = (string[])["public"],
            ["id_token_signing_alg_values_supported"] = (string[])["RS256"],
            ["code_challenge_methods_supported"] = (string[])["S256"],
        });
    }

    public static IResult ListKeys(ProviderKey key)
    {
        JsonWebKey web = JsonWebKeyConverter.ConvertFromRSASecurityKey(key.Key);
        return Results.Json(new { keys = new[] { new { kty = web.Kty, use = "sig", alg = "RS256", kid = web.Kid, n = web.N, e = web.E } } });
    }

    public static string Issuer(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
