using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

public sealed class LinkErrorParametersTests
{
    // application/x-www-form-urlencoded (WHATWG URL §5.1), as RFC 6749 appendix B uses it.
    [Theory]
    [InlineData("", "")]
    [InlineData("?", "")]
    [InlineData("#", "")]
    [InlineData("a=1", "a=1")]
    [InlineData("?a=1&b=2", "a=1|b=2")]
    [InlineData("#a=1&b=2", "a=1|b=2")]
    [InlineData("??a=1", "?a=1")]
    [InlineData("&&a=1&&b=2&", "a=1|b=2")]
    [InlineData("a", "a=")]
    [InlineData("a=", "a=")]
    [InlineData("a=b=c", "a=b=c")]
    [InlineData("=x&a=1", "a=1")]
    [InlineData("a=1&a=2", "a=1|a=2")]
    [InlineData("A=1&a=2", "A=1|a=2")]
    [InlineData("a=1;b=2", "a=1;b=2")]

    // A space is %20 or +; a plus is %2B.
    [InlineData("a=x%20y", "a=x y")]
    [InlineData("a=x+y", "a=x y")]
    [InlineData("a+b=x", "a b=x")]
    [InlineData("a=x%2By", "a=x+y")]
    [InlineData("a=x%2by+z", "a=x+y z")]
    [InlineData("a%3Db=x%26y%3Dz", "a=b=x&y=z")]
    [InlineData("a=%E2%82%AC", "a=€")]
    [InlineData("a=%252B", "a=%2B")]

    // A malformed escape, or bytes that are no UTF-8, stay as they are.
    [InlineData("a=%", "a=%")]
    [InlineData("a=%4", "a=%4")]
    [InlineData("a=%G1&b=%zz", "a=%G1|b=%zz")]
    [InlineData("a=100%&b=2", "a=100%|b=2")]
    [InlineData("a=%FF", "a=%FF")]
    [InlineData("a=%C3", "a=%C3")]
    [InlineData("a=%ED%A0%80", "a=%ED%A0%80")]
    [InlineData("a=é", "a=é")]
    [InlineData("a=%0D%0Ab", "a=\r\nb")]
    public void Parse_OfEncodedText_DecodesItOnce(string encoded, string expected) =>
        string.Join('|', LinkErrorParameters.Parse(encoded).Select(parameter => $"{parameter.Name}={parameter.Value}")).Should().Be(expected);

    [Fact]
    public void Parse_Null_IsRefused() =>
        FluentActions.Invoking(() => LinkErrorParameters.Parse(null!)).Should().Throw<ArgumentNullException>().WithParameterName("encoded");

    [Theory]
    [InlineData("a=1&a=2", "a", "1")]
    [InlineData("a=&a=2", "a", "2")]
    [InlineData("a=", "a", null)]
    [InlineData("A=1", "a", null)]
    [InlineData("b=1", "a", null)]
    public void Find_OfName_IsTheFirstValueThatIsNotEmpty(string encoded, string name, string? value) =>
        LinkErrorParameters.Parse(encoded).Find(name).Should().Be(value);

    [Fact]
    public void Contains_OfName_ComparesLetters()
    {
        LinkErrorParameters parameters = LinkErrorParameters.Parse("state=&a=1");

        parameters.Contains("state").Should().BeTrue("it is there, without a value");
        parameters.Contains("State").Should().BeFalse();
        parameters.Contains("stat").Should().BeFalse();
    }

    // RFC 6749 §3.1: parameters sent without a value are treated as omitted, so they are not sent at all.
    [Fact]
    public void Add_OfEmptyValue_AddsNothing()
    {
        LinkErrorParameters parameters = [];

        parameters.Add("a", null);
        parameters.Add("b", "");
        parameters.AddText("c", null);
        parameters.AddText("d", "");

        parameters.Should().BeEmpty();
        parameters.Count.Should().Be(0);
    }

    [Fact]
    public void Add_OfValues_KeepsOrderAndKind()
    {
        LinkErrorParameters parameters = [];

        parameters.Add("b", "1 +&");
        parameters.AddText("a", "prose");

        parameters.Should().Equal(new LinkErrorParameter("b", "1 +&"), new LinkErrorParameter("a", "prose", isText: true));
        parameters[1].IsText.Should().BeTrue();
        parameters[0].IsText.Should().BeFalse("a code or a state is never shortened");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Add_OfEmptyName_IsRefused(string? name)
    {
        FluentActions.Invoking(() => new LinkErrorParameters().Add(name!, "x")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new LinkErrorParameters().AddText(name!, "x")).Should().Throw<ArgumentException>();
    }

    // RFC 9207 §2; RFC 6749 §3.1: one without a value counts as absent.
    [Theory]
    [InlineData("?error=access_denied&iss=", null)]
    [InlineData("?error=access_denied&iss=&iss=https%3A%2F%2Fas.example", "https://as.example")]
    public void Issuer_OfACallback_IsTheFirstThatIsNotEmpty(string query, string? issuer) =>
        new LinkErrorReader().ReadCallback(query).Error!.Origin!.Issuer.Should().Be(issuer);
}
