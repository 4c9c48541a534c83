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
}
