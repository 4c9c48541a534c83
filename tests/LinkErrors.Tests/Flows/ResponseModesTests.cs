using LinkErrors.Flows;

namespace LinkErrors.Tests.Flows;

/// <summary>The mode that a client asks for, where its response type and its target allow it.</summary>
public sealed class ResponseModesTests
{
    private static readonly LinkClient Client = new("web", ["https://client.example/cb", "com.example.app:/cb"]);

    /// <summary>OAuth 2.0 Multiple Response Type Encoding Practices §3 and §5: a token never travels in a query. A page posts to web origins only.</summary>
    [Theory]
    [InlineData(null, null, null, true, LinkResponseMode.Query)]
    [InlineData(null, "code", null, true, LinkResponseMode.Query)]
    [InlineData(null, "token", null, true, LinkResponseMode.Fragment)]
    [InlineData(null, "id_token", null, true, LinkResponseMode.Fragment)]
    [InlineData(null, "code id_token", null, true, LinkResponseMode.Fragment)]
    [InlineData(null, "code none", null, true, LinkResponseMode.Query)]
    [InlineData(null, "", null, true, LinkResponseMode.Query)]
    [InlineData("query", "code", null, true, LinkResponseMode.Query)]
    [InlineData("query", "token", null, true, LinkResponseMode.Fragment)]
    [InlineData("fragment", "code", null, true, LinkResponseMode.Fragment)]
    [InlineData("fragment", "code", null, false, LinkResponseMode.Fragment)]
    [InlineData("form_post", "code", null, true, LinkResponseMode.FormPost)]
    [InlineData("form_post", "token", "s", true, LinkResponseMode.FormPost)]
    [InlineData("form_post", "code", null, false, LinkResponseMode.Query)]
    [InlineData("form_post", "token", null, false, LinkResponseMode.Fragment)]
    [InlineData("web_message", "code", null, true, LinkResponseMode.WebMessage)]
    [InlineData("web_message", "code", null, false, LinkResponseMode.Query)]
    [InlineData("unknown", "code", null, true, LinkResponseMode.Query)]
    [InlineData("", "code", null, true, LinkResponseMode.Query)]
    // HTML §4.10.21.4: a form changes NUL and line breaks, wherever they stand; a state must return as it came.
    [InlineData("form_post", "code", "a\nb", true, LinkResponseMode.Query)]
    [InlineData("form_post", "code", "\0", true, LinkResponseMode.Query)]
    [InlineData("web_message", "code", "a\nb", true, LinkResponseMode.WebMessage)]
    public void Mode_ThatWasAskedFor_IsTakenWhereItCanBe(string? mode, string? type, string? state, bool isWeb, LinkResponseMode expected) =>
        ResponseModes.Choose(mode, type, state, Client.FindTarget(isWeb ? "https://client.example/cb" : "com.example.app:/cb")).Should().Be(expected);

    [Theory]
    [InlineData("form_post")]
    [InlineData("web_message")]
    public void Mode_WithoutATarget_IsTheStandard(string mode) =>
        ResponseModes.Choose(mode, "code", "s", target: null).Should().Be(LinkResponseMode.Query);
}
