using System.Text.Json;
using AngleSharp.Html.Dom;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>Debug details go into bodies, in Development only, and never into a URL: URLs end up in histories and logs.</summary>
public sealed class UnexpectedInDevelopmentTests(DevelopmentHost lab) : IClassFixture<DevelopmentHost>
{
    private const string Exception = "System.InvalidOperationException: secret connection string Password=hunter2";

    public static TheoryData<string> Dialects { get; } = new(LabVocabulary.Dialects);

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Json_InDevelopment_HasTheExceptionLast(string dialect)
    {
        LabAnswer answer = await lab.AskAsync($"/unexpected/{dialect}?kind=api");

        using JsonDocument body = JsonDocument.Parse(answer.Body);
        JsonProperty last = body.RootElement.EnumerateObject().Last();
        last.Name.Should().Be(dialect == "orcidlink" ? "data" : "debug");
        last.Value.GetProperty("exception").GetString().Should().Be(Exception);
        last.Value.GetProperty("traceback").EnumerateArray().Select(line => line.GetString()).Should()
            .StartWith(Exception).And.Contain(line => line!.Contains("at ErrorLab.TryEndpoint.Unexpected", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Page_InDevelopment_ShowsTheException(string dialect)
    {
        LabAnswer answer = await lab.AskAsync($"/unexpected/{dialect}", headers: ("Accept", "text/html"));

        IHtmlDocument page = answer.ShouldBePage(500);
        page.QuerySelector("pre")!.TextContent.Should().StartWith(Exception).And.Contain("at ErrorLab.TryEndpoint.Unexpected");
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Redirect_InDevelopment_TellsNoMoreThanInProduction(string dialect)
    {
        foreach (string route in (string[])["unexpected/" + dialect, $"try/{dialect}/link_token_expired"])
        {
            LabAnswer answer = await lab.AskAsync($"/{route}?{LabVocabulary.Flow}&state=s-1");

            answer.ShouldBeRedirect(dialect == "junction" ? 307 : 302, answer.Location!);
            answer.Location.Should().StartWith(LabVocabulary.Target + "?").And.NotContainAny("hunter2", "Exception", "debug", "traceback");
        }
    }

    /// <summary>Development is where the details are on by default; the setting decides.</summary>
    [Theory]
    [InlineData("Development", "false", false)]
    [InlineData("Production", "true", true)]
    [InlineData("Production", null, false)]
    [InlineData("Staging", null, false)]
    public async Task Details_BySettingAndEnvironment_AreShownOrNot(string environment, string? setting, bool shown)
    {
        await using LabHost host = LabHost.Start(environment, ("LinkErrors:IncludeDebugDetails", setting));

        LabAnswer answer = await host.AskAsync("/unexpected/oauth?kind=api");

        answer.Body.Contains("hunter2", StringComparison.Ordinal).Should().Be(shown);
    }
}
