using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>The query parameter response_mode: the same error in the query, the fragment, a form or a message.</summary>
public sealed class TryResponseModeTests(LabHost lab) : IClassFixture<LabHost>
{
    private const string Flow = "client_id=zap&redirect_uri=https://your-domain.com/callback";

    /// <summary>The value in the query and what it means; control characters are for the other modes.</summary>
    public static TheoryData<string, string> HostileValues { get; } = new()
    {
        { "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "\"><script>alert(1)</script>" },
        { "%3C/form%3E%3C/main%3E%27", "</form></main>'" },
        { "%26quot;%26lt;", "&quot;&lt;" },
        { "%7B%22a%22:%5C%22%7D", "{\"a\":\\\"}" },
        { "%E2%80%AE%F0%9F%98%88", "\u202E\U0001F608" },
        { "a%2Bb+c%2520", "a+b c%20" },
    };

    public static TheoryData<string, string> DialectsAndModes { get; } = LabVocabulary.Pairs(LabVocabulary.Dialects, LabVocabulary.ResponseModes);

    [Theory]
    [MemberData(nameof(DialectsAndModes))]
    public async Task Mode_ByAnyEntryPoint_IsTheSameToTheByte(string dialect, string mode)
    {
        string path = $"/try/{dialect}/access_denied?{LabVocabulary.Flow}&state=s-1&response_mode={mode}";
        LabAnswer thrown = await lab.AskAsync(path);

        thrown.Status.Should().Be(mode is "form_post" or "web_message" ? 200 : dialect == "junction" ? 307 : 302);
        foreach (string via in LabVocabulary.Vias)
        {
            (await lab.AskAsync($"{path}&via={via}")).Should().BeEquivalentTo(thrown, via);
        }
    }

    [Fact]
    public Task Fragment_OfARedirect_HasTheParametersOfTheQuery() => lab.ShouldRedirectAsync(
        $"/try/zapier/link_token_expired?{Flow}&state=a%2Bb&response_mode=fragment",
        302,
        "https://your-domain.com/callback#error=invalid_request&error_description=Token%20expired&state=a%2Bb");

    /// <summary>An endpoint that code calls, or a flow without a valid target, has no response mode.</summary>
    [Theory]
    [MemberData(nameof(WithoutTarget))]
    public Task Mode_WithoutATarget_IsNotHonoured(string query, string mode) => lab.ShouldAnswerJsonAsync(
        $"/try/zapier/link_token_expired?{query}&response_mode={mode}", 400, """{"error":"invalid_request","error_description":"Token expired"}""");

    [Theory]
    [MemberData(nameof(HostileValues))]
    public async Task FormPost_WithHostileValues_PostsThemAsTheyCame(string sent, string meant)
    {
        LabAnswer answer = await lab.AskAsync($"/try/junction/user_cancelled?{LabVocabulary.Flow}&response_mode=form_post&message={sent}");
        LabAnswer echoed = await lab.AskAsync($"/try/zapier/link_token_expired?{Flow}&response_mode=form_post&state={sent}");

        using IHtmlDocument page = new HtmlParser().ParseDocument(answer.Body);
        page.QuerySelectorAll("script").Should().ContainSingle().Which.TextContent.Should().Be("HTMLFormElement.prototype.submit.call(document.forms[0])");
        page.QuerySelectorAll<IHtmlInputElement>("form > input").Select(input => (input.Name, input.Value)).Should().Equal(
            ("state", "error"), ("error_type", "user_cancelled"), ("error", meant));
        new HtmlParser().ParseDocument(echoed.Body).QuerySelector<IHtmlInputElement>("input[name=state]")!.Value.Should().Be(meant);
    }

    [Theory]
    [MemberData(nameof(HostileValues))]
    public async Task WebMessage_WithHostileValues_StaysData(string sent, string meant)
    {
        LabAnswer answer = await lab.AskAsync($"/try/junction/user_cancelled?{LabVocabulary.Flow}&response_mode=web_message&message={sent}");

        IElement script = new HtmlParser().ParseDocument(answer.Body).QuerySelectorAll("script").Should().ContainSingle().Subject;
        script.GetAttribute("data-origin").Should().Be("https://example.com");
        using JsonDocument message = JsonDocument.Parse(script.GetAttribute("data-message")!);
        message.RootElement.GetProperty("response").GetProperty("error").GetString().Should().Be(meant);
    }

    public static TheoryData<string, string> WithoutTarget() => LabVocabulary.Pairs(
        [$"{Flow}&kind=api", "client_id=zap&redirect_uri=https://evil.example/", "client_id=nobody", ""], LabVocabulary.ResponseModes);
}
