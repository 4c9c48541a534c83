using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Seeds;

/// <summary>
/// CentralAuth's tip: when the callback fails, go back to the login page with <c>error_message</c>. The sample of the page
/// puts the message in as it is; here it is encoded.
/// </summary>
public sealed class CentralAuthLoginRetryTests(LoginRetryHost lab) : IClassFixture<LoginRetryHost>
{
    [Theory]
    [InlineData("callback_state_missing", "", "The%20state%20parameter%20is%20required%20but%20missing.")]
    [InlineData("callback_url_invalid", "", "The%20callback%20URL%20is%20not%20valid%20or%20not%20registered.")]
    [InlineData("session_expired", "?client_id=portal&redirect_uri=https://evil.example/cb", "The%20session%20has%20expired.")]
    [InlineData("callback_url_invalid", "?client_id=portal&redirect_uri=https://portal.example.org/api/auth/callback&state=s-1", "The%20callback%20URL%20is%20not%20valid%20or%20not%20registered.")]
    [InlineData("captcha_invalid", "?message=a%26b%3Dc%23d", "a%26b%3Dc%23d")]
    [InlineData("captcha_invalid", "?message=a%0d%0aSet-Cookie:x=1", "a%0D%0ASet-Cookie%3Ax%3D1")]
    [InlineData("captcha_invalid", "?message=L%C3%B6se+%22das%22+Captcha", "L%C3%B6se%20%22das%22%20Captcha")]
    public Task Error_WithoutACallback_ReturnsToTheLoginPage(string code, string query, string message) =>
        lab.ShouldRedirectAsync($"/try/centralauth/{code}{query}", 302, $"/api/auth/login?error_message={message}");

    [Fact]
    public Task Error_WithACallback_GoesThere() => lab.ShouldRedirectAsync(
        "/try/centralauth/session_expired?client_id=portal&state=s-1",
        302,
        "https://portal.example.org/api/auth/callback?error=sessionExpired&error_description=The%20session%20has%20expired.&state=s-1");

    [Fact]
    public Task Error_OfTheApi_StaysJson() => lab.ShouldAnswerJsonAsync(
        "/try/centralauth/session_expired?kind=api", 400, """{"errorCode":"sessionExpired","message":"The session has expired."}""");

    /// <summary>Only this dialect has a parameter for the login page.</summary>
    [Theory]
    [InlineData("zapier", """{"error":"invalid_request","error_description":"The session has expired."}""")]
    [InlineData("oauth", """{"error":"invalid_request","error_description":"The session has expired."}""")]
    public Task Error_InADialectWithoutLoginRetry_StaysHere(string dialect, string body) =>
        lab.ShouldAnswerJsonAsync($"/try/{dialect}/session_expired", 400, body);
}
