using System.Text.Json;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>Every canonical code in every dialect and delivery: always the shape of the dialect, never the plain fallback.</summary>
public sealed class TryCatalogTests(LabHost lab) : IClassFixture<LabHost>
{
    /// <summary>The dialect, its redirect status and first parameters, its media type and members.</summary>
    private static readonly (string Dialect, int Status, string First, string MediaType, string Members)[] Shapes =
    [
        ("junction", 307, "?state=error&error_type=", "application/json", "state error_type error"),
        ("orcidlink", 302, "?code=", "application/json", "code title message"),
        ("zapier", 302, "?error=", "application/json", "error error_description"),
        ("centralauth", 302, "?error=", "application/json", "errorCode message"),
        ("loop", 302, "?error=", "application/json", "error error_description"),
        ("oauth", 302, "?error=", "application/json", "error error_description"),
        ("problem-details", 302, "?error=", "application/problem+json", "type title status detail code traceId"),
    ];

    public static TheoryData<string> Dialects { get; } = new(LabVocabulary.Dialects);

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Code_ToATarget_IsRedirectedUnlessItsDefinitionForbidsIt(string dialect)
    {
        var shape = Shapes.Single(shape => shape.Dialect == dialect);
        foreach (LinkErrorDefinition definition in LinkErrorCatalog.Default)
        {
            LabAnswer answer = await lab.AskAsync($"/try/{dialect}/{definition.Code}?{LabVocabulary.Flow}");
            if (definition.MayRedirect)
            {
                answer.Location.Should().StartWith(LabVocabulary.Target + shape.First, definition.Code);
                answer.ShouldBeRedirect(shape.Status, answer.Location!);
            }
            else
            {
                ShouldHaveShape(answer, definition, shape.MediaType, shape.Members);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Code_FromAnApi_IsJsonOfTheDialect(string dialect)
    {
        var shape = Shapes.Single(shape => shape.Dialect == dialect);
        foreach (LinkErrorDefinition definition in LinkErrorCatalog.Default)
        {
            ShouldHaveShape(await lab.AskAsync($"/try/{dialect}/{definition.Code}?kind=api&{LabVocabulary.Flow}"), definition, shape.MediaType, shape.Members);
        }
    }

    [Fact]
    public async Task Code_ForABrowserWithoutATarget_IsAPageInWordsForPeople()
    {
        foreach (LinkErrorDefinition definition in LinkErrorCatalog.Default)
        {
            LabAnswer answer = await lab.AskAsync($"/try/problem-details/{definition.Code}", headers: ("Accept", "text/html"));

            var page = answer.ShouldBePage(answer.Status, [.. answer.Headers.Where(header => header.Key == "WWW-Authenticate").Select(header => (header.Key, header.Value))]);
            answer.Status.Should().BeInRange(400, 599, definition.Code);
            page.QuerySelector("h1")!.TextContent.Should().NotBeEmpty();
            page.QuerySelectorAll("main > p").Should().HaveCount(2).And.OnlyContain(text => text.TextContent.Length > 10 && !text.TextContent.Contains('{'));
            page.Body!.TextContent.Should().NotContainAny("{", "|", LabAnswer.TraceId);
        }
    }

    private static void ShouldHaveShape(LabAnswer answer, LinkErrorDefinition definition, string mediaType, string members)
    {
        answer.Location.Should().BeNull(definition.Code);
        answer.MediaType.Should().Be(mediaType, definition.Code);
        answer.Headers.Should().Contain("Cache-Control", "no-store", definition.Code);
        using JsonDocument body = JsonDocument.Parse(answer.Body);
        body.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal(members.Split(' '), definition.Code);
    }
}
