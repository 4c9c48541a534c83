using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LinkErrors.LoginTests.Challenges;

/// <summary>The access tokens of an API (RFC 9068): several scopes stand in one claim.</summary>
internal static class ApiToken
{
    private static readonly SymmetricSecurityKey Key = new([.. Enumerable.Range(1, 32).Select(value => (byte)value)]);

    public static void Accept(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            IssuerSigningKey = Key,
            ValidIssuer = "https://id.example",
            ValidAudience = "https://api.example",
        };
    }

    public static string Create(string scope, bool hasExpired = false) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://id.example",
        Audience = "https://api.example",
        Subject = new ClaimsIdentity([new Claim("sub", "1"), new Claim("scope", scope)]),
        Expires = new DateTime(hasExpired ? 2020 : 2200, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
    });
}
