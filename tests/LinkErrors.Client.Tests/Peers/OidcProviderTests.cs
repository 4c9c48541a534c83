using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using LinkErrors.Dialects;

namespace LinkErrors.Client.Tests.Peers;

/// <summary>Our reader reads what an OAuth server of somebody else writes: callbacks, token responses and challenges.</summary>
public sealed partial class OidcProviderTests(OidcProviderServer server) : IClassFixture<OidcProviderServer>
{
    private const string Authorize = "/auth?client_id=test&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fcb&scope=openid&state=a%2Bb%20c&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

    private readonly LinkErrorReader _reader = new();

    // RFC 6749 §4.1.2.1 and OpenID Connect Core §3.1.2.6, in the query, in the fragment and as a form.
    [OidcProviderTheory]
    [InlineData("&response_type=code&prompt=none", "LoginRequiredException", "login_required", "End-User authentication is required")]
    [InlineData("&response_type=code&prompt=none&response_mode=fragment", "LoginRequiredException", "login_required", "End-User authentication is required")]
    [InlineData("&response_type=code&prompt=none&response_mode=form_post", "LoginRequiredException", "login_required", "End-User authentication is required")]
    [InlineData("&response_type=token", "UnsupportedResponseTypeException", "unsupported_response_type", "unsupported response_type requested")]
    [InlineData("&response_type=code&request=abc", "RequestNotSupportedException", "request_not_supported", null)]
    public async Task Callback_OfTheServer_IsRead(string query, string exception, string code, string? text)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, Authorize + query);

        LinkErrorReading reading = response.Headers.NonValidated.TryGetValues("Location", out HeaderStringValues location)
            ? _reader.ReadCallback(location.Single())
            : _reader.ReadParameters(await ReadFormAsync(response));

        ShouldBe(reading, exception, code, text);
        reading.Error!.State.Should().Be("a+b c");
    }

    // RFC 6749 §5.2 and RFC 8628 §3.5.
    [OidcProviderTheory]
    [InlineData("test:secret", "grant_type=authorization_code&code=nope&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcb", 400, "InvalidGrantException", "invalid_grant", "grant request is invalid")]
    [InlineData("test:wrong", "grant_type=client_credentials", 401, "InvalidClientException", "invalid_client", "client authentication failed")]
    [InlineData("test:secret", "grant_type=password", 400, "UnsupportedGrantTypeException", "unsupported_grant_type", "unsupported grant_type requested")]
    [InlineData("test:secret", "x=y", 400, "InvalidRequestException", "invalid_request", "missing required parameter 'grant_type'")]
    [InlineData("test:secret", "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code={device}", 400, "AuthorizationPendingException", "authorization_pending", "authorization request is still pending as the end-user hasn't yet completed the user interaction steps")]
    public async Task TokenResponse_OfTheServer_IsRead(string credentials, string form, int status, string exception, string code, string text)
    {
        ArgumentNullException.ThrowIfNull(form);
        AuthenticationHeaderValue basic = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        string device = form.Contains("{device}", StringComparison.Ordinal) ? await BeginDeviceFlowAsync(basic) : "";

        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, "/token", basic, form.Replace("{device}", device, StringComparison.Ordinal));

        LinkErrorReading reading = await _reader.ReadResponseAsync(response);
        ShouldBe(reading, exception, code, text);
        reading.Error!.StatusCode.Should().Be(status);
    }

    // RFC 6750 §3, with a second challenge for DPoP (RFC 9449 §7.1) where there were no credentials.
    [OidcProviderTheory]
    [InlineData(null, "no access token provided")]
    [InlineData("nope", "invalid token provided")]
    public async Task Challenge_OfTheServer_IsRead(string? token, string text)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, "/me", token is null ? null : new AuthenticationHeaderValue("Bearer", token));
        KeyValuePair<string, string>[] headers =
            [.. response.Headers.NonValidated["WWW-Authenticate"].Select(value => KeyValuePair.Create("WWW-Authenticate", value))];

        ShouldBe(await _reader.ReadResponseAsync(response), "InvalidTokenException", "invalid_token", text);
        _reader.ReadResponse(401, headers, "").Error?.Code.Should().Be("invalid_token");
        _reader.ReadResponse(401, headers, "").IsError.Should().Be(token is not null, "RFC 6750 §3.1: without credentials it says nothing");
    }

    /// <summary>What it shows to a user is for the user: it is reported, and not guessed at.</summary>
    [OidcProviderTheory]
    [InlineData("/auth?client_id=unknown&response_type=code", LinkErrorUnreadable.NotJson)]
    [InlineData("/nowhere", LinkErrorUnreadable.NotJson)]
    public async Task Page_OfTheServer_IsNoError(string path, LinkErrorUnreadable unreadable)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, path);

        (await _reader.ReadResponseAsync(response)).Unreadable.Should().Be(unreadable);
    }

    private static void ShouldBe(LinkErrorReading reading, string exception, string code, string? text)
    {
        reading.IsError.Should().BeTrue(reading.ToString());
        reading.Error!.ToException().GetType().Name.Should().Be(exception);
        reading.Error.Origin.Should().BeEquivalentTo(new { Dialect = "oauth", WireCode = code, WireText = text });
        reading.Error.Code.Should().Be(code);
    }

    private static async Task<string> ReadFormAsync(HttpResponseMessage response)
    {
        string page = await response.Content.ReadAsStringAsync();
        return string.Join('&', Input().Matches(page).Select(input =>
            $"{input.Groups["name"].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(input.Groups["value"].Value))}"));
    }

    [GeneratedRegex("<input[^>]* name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();

    private async Task<string> BeginDeviceFlowAsync(AuthenticationHeaderValue basic)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, "/device/auth", basic, "scope=openid");
        return System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("device_code").GetString()!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, AuthenticationHeaderValue? authorization = null, string? form = null)
    {
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using HttpRequestMessage request = new(method, new Uri(server.Address, path));
        request.Headers.Authorization = authorization;
        request.Content = form is null ? null : new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        return await client.SendAsync(request);
    }
}
