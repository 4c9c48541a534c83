using System.Net;
using System.Text;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

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

    /// <summary>RFC 6749 §3.1: query and form are one request, in which a parameter has one value. Who has read the form, ASP.NET Core or this library, changes nothing.</summary>
    [Theory]
    [InlineData("?state=a", "", true, "a")]
    [InlineData("", "state=b", true, "b")]
    [InlineData("?state=a", "state=a", true, "a")]
    [InlineData("?state=a", "state=b", false, null)]
    [InlineData("?state=a", "state=A", false, null)]
    [InlineData("?state=", "state=b", true, "b")]
    [InlineData("?state=a", "state=", true, "a")]
    [InlineData("?state=", "state=", true, null)]
    [InlineData("", "state=a&state=a", false, null)]
    [InlineData("?state=a&state=a", "state=a", false, null)]
    [InlineData("?state=a", "other=b", true, "a")]
    [InlineData("", "STATE=b", true, "b")]
    [InlineData("", "", true, null)]
    public void Parameter_OfAQueryAndAForm_IsFoundOnceOrNotAtAll(string query, string form, bool isClear, string? expected)
    {
        foreach (RequestForm read in Read(form))
        {
            new RequestParameters(new QueryString(query), read).TryGet(LinkParameter.State, out string? value).Should().Be(isClear);

            value.Should().Be(expected);
        }
    }

    /// <summary>Whether it has a value, or two, is no matter: to name it is to ask for it.</summary>
    [Theory]
    [InlineData("?code=c", "", true)]
    [InlineData("?code", "", true)]
    [InlineData("?code=c&code=c", "", true)]
    [InlineData("", "code=c", true)]
    [InlineData("", "code=", true)]
    [InlineData("", "code=c&code=c", true)]
    [InlineData("?code=c", "code=c", true)]
    [InlineData("?state=code", "state=code", false)]
    [InlineData("", "", false)]
    public void Parameter_ThatIsThere_IsContainedWithAnyValue(string query, string form, bool expected)
    {
        foreach (RequestForm read in Read(form))
        {
            new RequestParameters(new QueryString(query), read).Contains(LinkParameter.Code).Should().Be(expected);
        }

        if (form.Length == 0)
        {
            new RequestParameters(new QueryString(query)).Contains(LinkParameter.Code).Should().Be(expected);
        }
    }

    /// <summary>RFC 9101 §5: where the parameters are in a request object, what stands beside it does not count, and no store is asked.</summary>
    [Theory]
    [InlineData("?client_id=web", true)]
    [InlineData("?client_id=web&request=e30.e30.", false)]
    [InlineData("?client_id=web&request_uri=urn:example:1", false)]
    [InlineData("?client_id=web&request=e30.e30.&request_uri=urn:example:1", false)]
    [InlineData("?client_id=web&request=", false)]
    public void Request_WithARequestObject_IsNotLookedInto(string query, bool expected) =>
        new RequestLinkFlowSource(factory: null!).MayFind(new RequestParameters(new QueryString(query))).Should().Be(expected);

    /// <summary>What the application has read is not looked at for this: it may begin so.</summary>
    [Theory]
    [InlineData("?state=le.a", "", true, true)]
    [InlineData("?state=le.a", "state=x", true, true)]
    [InlineData("", "state=le.a", true, true)]
    [InlineData("", "state=l%65.a", true, true)]
    [InlineData("?state=x", "state=x", false, true)]
    [InlineData("", "", false, true)]
    public void Beginning_OfAStateInAForm_IsSeen(string query, string form, bool expected, bool whereTheApplicationReadIt)
    {
        RequestForm[] read = [.. Read(form)];

        new RequestParameters(new QueryString(query), read[0]).MayStartWith(LinkParameter.State, "le.").Should().Be(expected);
        new RequestParameters(new QueryString(query), read[1]).MayStartWith(LinkParameter.State, "le.").Should().Be(whereTheApplicationReadIt);
    }

    /// <summary>ASP.NET Core leaves bytes that are no UTF-8 escaped, so that a state has two readings; of nothing else does it matter.</summary>
    [Theory]
    [InlineData("%E9", "\uFFFD", "%E9")]
    [InlineData("a%20b", "a%20b", "a%20b")]
    [InlineData("100%", "100%", "100%")]
    public void Collection_WithAnEscape_HasItsDoubtInTheStateAlone(string value, string state, string uiLocales)
    {
        FormCollection collection = new(new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase) { ["state"] = value, ["ui_locales"] = value });
        RequestParameters parameters = new(new QueryString(""), new RequestForm(Collection: collection));

        parameters.TryGet(LinkParameter.State, out string? foundState).Should().BeTrue();
        parameters.TryGet(LinkParameter.UiLocales, out string? foundLocales).Should().BeTrue();

        (foundState, foundLocales).Should().Be((state, uiLocales));
    }

    /// <summary>However long it is.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(169)]
    [InlineData(170)]
    [InlineData(171)]
    [InlineData(5000)]
    public void Value_ThatIsLong_IsDecodedWhole(int length)
    {
        string encoded = new string('a', length - 6) + "%C3%A9";

        new RequestParameters(new QueryString("?state=" + encoded)).TryGet(LinkParameter.State, out string? state).Should().BeTrue();

        state.Should().Be(new string('a', length - 6) + "\u00E9");
    }

    /// <summary>A form as this library has read it, and as ASP.NET Core has.</summary>
    private static IEnumerable<RequestForm> Read(string form)
    {
        yield return new RequestForm(Text: form);
        yield return new RequestForm(Collection: new FormCollection(QueryHelpers.ParseQuery(form)));
    }
}
