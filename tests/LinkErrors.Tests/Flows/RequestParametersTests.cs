using System.Net;
using System.Text;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Flows;

/// <summary>The parameters of a request are read from its text in one pass, and mean what ASP.NET Core and browsers say that they mean.</summary>
public sealed class RequestParametersTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("a+b%20c")]
    [InlineData("%C3%BC%e2%82%ac")]
    [InlineData("100%")]
    [InlineData("100%2")]
    [InlineData("%zz%4g%%41")]
    [InlineData("%2541")]
    [InlineData("%00%7F")]
    [InlineData("%F0%9F%98%80=&amp")]
    [InlineData("\u00FC\u20AC")]
    public void Value_ThatIsEncoded_IsDecodedAsTheFrameworkDecodesBytes(string encoded)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(encoded.Split('&')[0]);

        new RequestParameters(new QueryString("?client_id=a&state=" + encoded)).TryGet(LinkParameter.State, out string? state).Should().BeTrue();

        state.Should().Be(Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length)!));
    }

    // RFC 6749 §3.1: parameters sent without a value are omitted; they must not be included more than once.
    [Theory]
    [InlineData("?state=a", true, "a")]
    [InlineData("?STATE=a", true, "a")]
    [InlineData("?s%74ate=a", true, "a")]
    [InlineData("?state+=a", true, null)]
    [InlineData("?state", true, null)]
    [InlineData("?state=", true, null)]
    [InlineData("?state=&state=a", false, null)]
    [InlineData("?state=a&state=a", false, null)]
    [InlineData("?state=a&STATE=b", false, null)]
    [InlineData("?a=b&&state=a&", true, "a")]
    [InlineData("?=a&state=b=c", true, "b=c")]
    [InlineData("?mystate=a&states=b", true, null)]
    [InlineData("?", true, null)]
    [InlineData("", true, null)]
    public void Parameter_OfAQuery_IsFoundOnceOrNotAtAll(string query, bool isClear, string? expected)
    {
        new RequestParameters(new QueryString(query)).TryGet(LinkParameter.State, out string? value).Should().Be(isClear);

        value.Should().Be(expected);
    }

    // A protected state is told by its beginning, in whatever way that is written.
    [Theory]
    [InlineData("?state=le.abc", true)]
    [InlineData("?state=%6Ce.abc", true)]
    [InlineData("?state=l%65.abc", true)]
    [InlineData("?state=le%2Eabc", true)]
    [InlineData("?state=lex", false)]
    [InlineData("?state=l%20.abc", false)]
    [InlineData("?state=%6C%65%2E", true)]
    [InlineData("?state=abcle.", false)]
    [InlineData("?state=le", false)]
    [InlineData("?other=le.abc", false)]
    public void Beginning_OfAState_IsSeenWithoutDecodingIt(string query, bool expected) =>
        new RequestParameters(new QueryString(query)).MayStartWith(LinkParameter.State, "le.").Should().Be(expected);
}
