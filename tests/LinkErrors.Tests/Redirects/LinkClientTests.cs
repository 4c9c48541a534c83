using LinkErrors.Flows;

namespace LinkErrors.Tests.Redirects;

public sealed class LinkClientTests
{
    /// <summary>RFC 6749 appendix A.1: a client that no request could name is a mistake of its store.</summary>
    [Theory]
    [InlineData("on\ne", "character U+000A at position 2")]
    [InlineData("\0", "character U+0000 at position 0")]
    [InlineData("a\u0085", "character U+0085 at position 1")]
    [InlineData("\U0001F600\uFFFD", "character U+FFFD at position 2")]
    public void Client_WithAnIdentifierThatCannotArrive_IsRefusedWithTheRule(string clientId, string rule)
    {
        Func<LinkClient> act = () => new LinkClient(clientId, ["https://client.example/cb"]);

        act.Should().Throw<ArgumentException>().WithMessage($"*{rule} cannot stand in a client identifier (RFC 6749 appendix A.1)*").WithParameterName(nameof(clientId));
    }

    [Theory]
    [InlineData("https://app.example/client.json")]
    [InlineData("urn:example:app")]
    [InlineData("caf\u00E9 \U0001F600")]
    public void Client_WithAnyOtherIdentifier_IsAccepted(string clientId) =>
        new LinkClient(clientId, ["https://client.example/cb"]).ClientId.Should().Be(clientId);

    [Fact]
    public void Client_WithARedirectUriThatBreaksARule_IsRefusedWithTheRule()
    {
        Func<LinkClient> act = () => new LinkClient("web", ["https://client.example/cb", "https://client.example/#x"]);

        act.Should().Throw<ArgumentException>().WithParameterName("redirectUris")
            .WithMessage("The redirect URI 'https://client.example/#x' of client 'web' cannot be registered: a redirect URI has no fragment*");
    }

    // Of a long list there is an index: the answers are those of a short one.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    public void Validate_OfAnyNumberOfUris_AllowsEachAndNoOther(int count)
    {
        string[] uris = [.. Enumerable.Range(0, count).Select(index => $"https://client.example/cb{index}")];
        LinkClient client = new("web", uris);

        client.RedirectUris.Should().Equal(uris);
        uris.Select(uri => client.Validate(uri).Target?.Uri).Should().Equal(uris);
        client.Validate($"https://client.example/cb{count}").Refusal!.ToString().Should().Be(
            "unregistered: it does not equal a registered redirect URI of client 'web' letter for letter (RFC 9700 section 2.1).");
        client.Validate("").Refusal!.ToString().Should().Be($"missing: the request names no redirect URI, and client 'web' has {count} registered ones.");
        client.OnlyTarget?.Uri.Should().Be(uris[0]);
        (client.OnlyTarget is not null).Should().Be(count == 1, "RFC 6749 section 3.1.2.3");
    }

    // RFC 8252 §7.3, §8.3: a store keeps this beside the URI, and looks for the other.
    [Theory]
    [InlineData("http://127.0.0.1:51004/cb", "http://127.0.0.1/cb", true, false)]
    [InlineData("http://[::1]:51004", "http://[::1]", true, false)]
    [InlineData("http://localhost:51004/cb?a=1", "http://localhost/cb?a=1", false, true)]
    [InlineData("http://localhost/cb", "http://localhost/cb", false, true)]
    [InlineData("https://127.0.0.1:51004/cb", null, false, false)]
    [InlineData("http://127.0.0.1:0/cb", null, false, false)]
    [InlineData("http://127.0.0.1.evil.example/cb", null, false, false)]
    public void Port_OfALoopbackUri_IsLeftOutWhereItMayDiffer(string uri, string? without, bool asLiteral, bool asLocalhost)
    {
        LinkClient.WithoutLoopbackPort(uri).Should().Be(without);
        new LinkClient("web", [], allowLoopbackPorts: true).WithoutFreePort(uri).Should().Be(asLiteral ? without : null);
        new LinkClient("web", [], allowLocalhostPorts: true).WithoutFreePort(uri).Should().Be(asLocalhost ? without : null);
        new LinkClient("web", []).WithoutFreePort(uri).Should().BeNull();
    }

    [Fact]
    public void Argument_ThatIsMissing_IsRefusedByName()
    {
        LinkClient client = new("web", []);

        FluentActions.Invoking(() => new LinkClient(null!, [])).Should().Throw<ArgumentNullException>().WithParameterName("clientId");
        FluentActions.Invoking(() => new LinkClient("", [])).Should().Throw<ArgumentException>().WithParameterName("clientId");
        FluentActions.Invoking(() => new LinkClient("web", null!)).Should().Throw<ArgumentNullException>().WithParameterName("redirectUris");
        FluentActions.Invoking(() => client.WithoutFreePort(null!)).Should().Throw<ArgumentNullException>().WithParameterName("uri");
        FluentActions.Invoking(() => LinkClient.WithoutLoopbackPort(null!)).Should().Throw<ArgumentNullException>().WithParameterName("uri");
    }
}
