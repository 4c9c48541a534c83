using LinkErrors.Flows;
using LinkErrors.Redirects;

namespace LinkErrors.Tests.Redirects;

public sealed class RedirectTargetTests
{
    // The origin is where a page may post or send a message to (WHATWG HTML); the host is what a line of the log names.
    [Theory]
    [InlineData("https://client.example/cb", "https://client.example", "client.example")]
    [InlineData("https://client.example", "https://client.example", "client.example")]
    [InlineData("https://client.example:8443?a=1", "https://client.example:8443", "client.example")]
    [InlineData("https://client.example#a", "https://client.example", "client.example")]
    [InlineData("http://127.0.0.1:51004/cb", "http://127.0.0.1:51004", "127.0.0.1")]
    [InlineData("http://[::1]/cb", "http://[::1]", "[::1]")]
    [InlineData("http://[::1]:51004/cb", "http://[::1]:51004", "[::1]")]
    [InlineData("com.example.app:/cb", null, "com.example.app")]
    [InlineData("com.example.app://cb/x", null, "com.example.app")]
    [InlineData("/link/start?at=12:30", null, null)]
    public void Target_OfAnyKind_HasTheOriginAndTheHostThatItsUriHas(string uri, string? origin, string? host)
    {
        RedirectTarget target = RedirectTarget.ForClient(uri);

        target.Origin.Should().Be(origin);
        target.Host.Should().Be(host);
        target.ToString().Should().Be(uri);
    }

    [Theory]
    [InlineData("", "/start", "/start")]
    [InlineData("/base", "/start", "/base/start")]
    [InlineData("/base", "https://client.example/cb", "https://client.example/cb")]
    public void Target_BelowAPathBase_StaysOfItsKind(string pathBase, string uri, string expected)
    {
        RedirectTarget target = RedirectTarget.ForLoginRetry(uri).Below(pathBase);

        target.Uri.Should().Be(expected);
        target.Kind.Should().Be(RedirectTargetKind.LoginRetry);
    }
}
