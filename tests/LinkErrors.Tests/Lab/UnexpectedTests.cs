using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using LinkErrors.Diagnostics;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>An exception nobody expected becomes server_error with a fixed text and a reference: its own message never leaves.</summary>
public sealed partial class UnexpectedTests(LabHost lab) : IClassFixture<LabHost>
{
    private const string Text = $"An unexpected error occurred. Reference: {LabAnswer.TraceId}";
    private const string Encoded = $"An%20unexpected%20error%20occurred.%20Reference%3A%20{LabAnswer.TraceId}";

    private static readonly string[] Secrets =
        ["hunter2", "password", "secret", "InvalidOperationException", "Exception", "   at ", "lambda_method", ".cs", "ErrorLab", "TryEndpoint", "TryController", AppContext.BaseDirectory];

    /// <summary>The dialect, then its redirect and its JSON.</summary>
    private static readonly (string Dialect, int RedirectStatus, string Query, int Status, string MediaType, string Body)[] Answers =
    [
        ("junction", 307, $"?state=error&error_type=server_error&error={Encoded}", 200, "application/json", $$"""{"state":"error","error_type":"server_error","error":"{{Text}}"}"""),
        ("orcidlink", 302, $"?code=internalServerError&title=Unexpected%20error&message={Encoded}", 500, "application/json", $$"""{"code":"internalServerError","title":"Unexpected error","message":"{{Text}}"}"""),
        ("zapier", 302, "?error=server_error&error_description=An%20unexpected%20error%20occurred&state=s-1", 500, "application/json", """{"error":"server_error","error_description":"An unexpected error occurred"}"""),
        ("centralauth", 302, $"?error=serverError&error_description={Encoded}&state=s-1", 500, "application/json", $$"""{"errorCode":"serverError","message":"{{Text}}"}"""),
        ("loop", 302, $"?error=server_error&error_description={Encoded}&state=s-1", 500, "application/json", $$"""{"error":"server_error","error_description":"{{Text}}"}"""),
        ("oauth", 302, $"?error=server_error&error_description={Encoded}&state=s-1", 500, "application/json", $$"""{"error":"server_error","error_description":"{{Text}}"}"""),
        ("problem-details", 302, $"?error=server_error&error_description={Encoded}&state=s-1", 500, "application/problem+json", $$"""{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"An unexpected error occurred.","code":"server_error","traceId":"{{LabAnswer.TraceId}}"}"""),
    ];

    public static TheoryData<string, string> DialectsAndVias { get; } = LabVocabulary.Pairs(LabVocabulary.Dialects, LabVocabulary.Vias);

    [Theory]
    [MemberData(nameof(DialectsAndVias))]
    public async Task Redirect_OfAnUnexpectedException_TellsTheFixedTextOnly(string dialect, string via)
    {
        var expected = Answers.Single(answer => answer.Dialect == dialect);
        string path = $"/unexpected/{dialect}?via={via}&{LabVocabulary.Flow}&state=s-1";

        await lab.ShouldRedirectAsync(path, expected.RedirectStatus, LabVocabulary.Target + expected.Query);
        ShouldKeepTheSecret(await lab.AskAsync(path));
    }

    [Theory]
    [MemberData(nameof(DialectsAndVias))]
    public async Task Json_OfAnUnexpectedException_TellsTheFixedTextOnly(string dialect, string via)
    {
        var expected = Answers.Single(answer => answer.Dialect == dialect);
        string path = $"/unexpected/{dialect}?via={via}&kind=api&{LabVocabulary.Flow}&state=s-1";

        await lab.ShouldAnswerJsonAsync(path, expected.Status, expected.Body, expected.MediaType);
        ShouldKeepTheSecret(await lab.AskAsync(path));
    }

    [Theory]
    [MemberData(nameof(DialectsAndVias))]
    public async Task Page_OfAnUnexpectedException_TellsTheFixedTextOnly(string dialect, string via)
    {
        LabAnswer answer = await lab.AskAsync($"/unexpected/{dialect}?via={via}", headers: ("Accept", "text/html"));

        IHtmlDocument page = answer.ShouldBePage(500);
        page.QuerySelector("h1")!.TextContent.Should().Be("Something went wrong");
        page.QuerySelector("main > p")!.TextContent.Should().Be("A problem came up that we did not expect.");
        page.QuerySelector("code")!.TextContent.Should().Be(ShortReference.Of(LabAnswer.TraceId));
        ShouldKeepTheSecret(answer);
    }

    [Fact]
    public async Task Reference_OfEveryRequest_IsItsOwn()
    {
        using HttpClient client = lab.CreatePlainClient();
        List<string> references = [];
        for (int request = 0; request < 3; request++)
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri("/unexpected/oauth", UriKind.Relative));
            references.Add(Reference().Match(await response.Content.ReadAsStringAsync()).Groups["id"].Value);
        }

        references.Should().OnlyHaveUniqueItems().And.OnlyContain(reference => reference.Length == 32);
    }

    private static void ShouldKeepTheSecret(LabAnswer answer)
    {
        string all = string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}")) + "\n\n" + answer.Body;
        foreach (string secret in Secrets)
        {
            all.Should().NotContainEquivalentOf(secret);
        }
    }

    [GeneratedRegex("Reference: (?<id>[0-9a-f]{32})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
