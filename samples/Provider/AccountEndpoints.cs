using LinkErrors.Exceptions;

namespace Provider;

/// <summary>The ways in without a browser: by password and code, and by e-mail in a region.</summary>
internal static class AccountEndpoints
{
    private const string Password = "secret";
    private const string VerificationCode = "123456";

    private static readonly string[] Regions = ["eu", "us"];

    /// <summary>The accounts "expired" and "mfa" are what they say; every other has the password "secret".</summary>
    public static IResult CheckPassword(PasswordRequest request) => request switch
    {
        { Username: "" } or { Password: not Password } => throw new ProviderCredentialException { Provider = "Acme" },
        { Username: "expired" } => throw new ProviderPasswordExpiredException { Provider = "Acme" },
        { Username: "mfa", Code: not VerificationCode } => throw new IncorrectMfaCodeException { Provider = "Acme" },
        _ => Results.Json(new { account = request.Username }),
    };

    public static IResult CheckEmail(EmailRequest request) => Regions.Contains(request.Region, StringComparer.Ordinal)
        ? Results.Json(new { account = request.Email })
        : throw new UnsupportedRegionException { Region = request.Region };
}
