using LinkErrors.Flows;

namespace LinkErrors.Tests.Redirects;

/// <summary>What somebody is told who registers a URI: the rule, and in words what it demands.</summary>
public sealed class RedirectUriValidatorTests
{
    private const string Cb = "https://client.example/";

    public static TheoryData<string?, string, string> Refusals { get; } = new()
    {
        { null, "empty", "a redirect URI must not be empty." },
        { "", "empty", "a redirect URI must not be empty." },
        { Cb + new string('a', 2001 - Cb.Length), "length", "a redirect URI has at most 2000 characters." },
        { Cb + "ä", "character", "character U+00E4 at position 23 may not stand in a URI; percent-encode it." },
        { Cb + "%0", "escape", "a percent sign must be followed by two hexadecimal digits." },
        { Cb + "%1F", "control", "an escaped control character may not stand in a redirect URI." },
        { Cb + "%20%zz", "escape", "a percent sign must be followed by two hexadecimal digits." },
        { Cb + "%20ab%0a", "control", "an escaped control character may not stand in a redirect URI." },
        { Cb + "%20abcdefgh%20a%7f", "control", "an escaped control character may not stand in a redirect URI." },
        { "#a", "fragment", "a redirect URI has no fragment (RFC 6749 section 3.1.2)." },
        { "HTTPS://client.example/#a", "fragment", "a redirect URI has no fragment (RFC 6749 section 3.1.2)." },
        { "client.example/a:b", "absolute", "a redirect URI is absolute: it begins with a scheme such as 'https://'." },
        { "https:client.example", "absolute", "a web address has '//' and a host after its scheme." },
        { "com.example:cb", "absolute", "a private-use scheme is followed by ':/'." },
        { "Https://client.example/", "scheme", "a scheme has lower-case letters, digits, '+', '-' and '.'." },
        { "1a.b:/cb", "scheme", "a scheme has lower-case letters, digits, '+', '-' and '.'." },
        { "myapp:/cb", "private-use", "the scheme 'myapp' is neither https nor a reversed domain name with a dot, such as 'com.example.app' (RFC 8252 section 7.1)." },
        { "http://client.example/", "https", "plain http is for the loopback hosts 127.0.0.1, [::1] and localhost; use https." },
        { "https://a@client.example/", "userinfo", "a redirect URI has no user name or password in front of its host." },
        { "https://client.example:0/", "port", "a port is a number from 1 to 65535 without leading zeros." },
        { "https://*.client.example/", "wildcard", "a wildcard is not supported: redirect URIs are compared letter for letter (RFC 9700 section 4.1.3). Register each by itself." },
        { "https:///cb", "host", "a host has 1 to 253 characters." },
        { $"https://{Host(254)}/", "host", "a host has 1 to 253 characters." },
        { $"https://{new string('a', 64)}.example/", "host", "a host has labels of 1 to 63 lower-case letters, digits, '-' and '_', separated by single dots." },
        { "https://[::1%25a]/", "host", "a host in square brackets is an IPv6 address in lower case, without a zone." },
        { "https://127.1/", "host", "a host that ends in a number is an IPv4 address of four decimal numbers without leading zeros." },
        { "https://xn--a.example/", "host", "the label 'xn--a' of the host is not a valid internationalised name (UTS 46)." },
        { "https://1a.xn--4dbc.example/", "host", "the host '1a.xn--4dbc.example' mixes directions of writing, which browsers refuse (RFC 5893 section 2)." },
        { Cb + "[a]", "character", "square brackets may stand in a host only; percent-encode them." },
        { "com.example.app://a@host/..", "userinfo", "a redirect URI has no user name or password in front of its host." },
        { "com.example.app://host/a/../b", "dot-segment", "a path has no '.' or '..' segments, escaped or not." },
        { "com.example.app:///a/../b", "dot-segment", "a path has no '.' or '..' segments, escaped or not." },
        { "com.example.app:/a/../b", "dot-segment", "a path has no '.' or '..' segments, escaped or not." },
        { Cb + "a/%2E%2e", "dot-segment", "a path has no '.' or '..' segments, escaped or not." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Uri_ThatBreaksARule_IsRefusedWithTheRule(string? uri, string rule, string explanation) =>
        RedirectUriValidator.Check(uri)!.ToString().Should().Be($"{rule}: {explanation}");

    // At the limits: RFC 1035 section 2.3.4 for hosts, and what every browser takes for the whole.
    public static TheoryData<string> Longest { get; } = [Cb + new string('a', 2000 - Cb.Length), $"https://{Host(253)}/", $"https://{new string('a', 63)}.example/"];

    [Theory]
    [MemberData(nameof(Longest))]
    public void Uri_AsLongAsItMayBe_IsTaken(string uri) => RedirectUriValidator.Check(uri).Should().BeNull();

    // RFC 3986 section 5.2.4 removes the dot segments of a path: not those of a query, and no name that has a dot in it.
    [Theory]
    [InlineData("https://client.example/a.b/..c/d../...")]
    [InlineData("https://client.example/%2ewell-known/a%2Eb//c")]
    [InlineData("https://client.example/cb?to=/a/../b&list=[1]")]
    [InlineData("https://client.example?to=/a/../b&list=[1]")]
    [InlineData("https://client.example/%20a%C3%A4")]
    [InlineData("com.example.app://host/a.b?c=..")]
    public void Uri_WithoutDotSegmentsInItsPath_IsTaken(string uri) => RedirectUriValidator.Check(uri).Should().BeNull();

    // RFC 3986 section 3.3: behind one slash there is a path and no host, so what holds for hosts does not hold there.
    [Theory]
    [InlineData("com.example.app:/CB")]
    [InlineData("com.example.app:/c@b:0")]
    [InlineData("com.example.app:/*")]
    public void Path_OfAPrivateScheme_IsNoHost(string uri) => RedirectUriValidator.Check(uri).Should().BeNull();

    [Theory]
    [InlineData("http://client.example/cb")]
    [InlineData("myapp:/cb")]
    [InlineData("web+app://cb")]
    public void Scheme_ThatNeedsAnOptIn_IsTakenWithIt(string uri) => RedirectUriValidator.Check(uri, allowInsecureSchemes: true).Should().BeNull();

    // Whatever is allowed: these run code, read files, or are the browser's own.
    [Theory]
    [InlineData("javascript")]
    [InlineData("vbscript")]
    [InlineData("data")]
    [InlineData("file")]
    [InlineData("blob")]
    [InlineData("filesystem")]
    [InlineData("about")]
    [InlineData("view-source")]
    [InlineData("ftp")]
    [InlineData("ws")]
    [InlineData("wss")]
    [InlineData("mailto")]
    [InlineData("tel")]
    [InlineData("sms")]
    [InlineData("jar")]
    [InlineData("intent")]
    public void Scheme_ThatIsNoPlaceForABrowser_IsRefusedWithAnyOptIn(string scheme) =>
        RedirectUriValidator.Check($"{scheme}:/cb", allowInsecureSchemes: true)!.ToString().Should().Be($"scheme: '{scheme}' is not a scheme to send a browser to.");

    private static string Host(int length) => string.Join('.', Enumerable.Repeat(new string('a', 49), 5)) + "." + new string('a', length - 250);
}
