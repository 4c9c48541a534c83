using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary><c>/errors</c>, the catalog for people and for code, and <c>/ok</c>, which has no error at all.</summary>
public sealed class CatalogRouteTests(LabHost lab) : IClassFixture<LabHost>
{
    [Theory]
    [InlineData("text/html")]
    [InlineData("*/*")]
    [InlineData("")]
    public async Task Page_OfTheCatalog_HasEveryCodeAsAnAnchor(string accept)
    {
        LabAnswer answer = await lab.AskAsync("/errors", headers: ("Accept", accept));

        answer.Status.Should().Be(200);
        answer.Headers.Should().Contain("Content-Type", "text/html; charset=utf-8").And.Contain("Vary", "Accept")
            .And.Contain("Referrer-Policy", "no-referrer").And.Contain("X-Content-Type-Options", "nosniff");
        answer.Headers["Content-Security-Policy"].Should().StartWith("default-src 'none'; ").And.EndWith("frame-ancestors 'none'");
        using IHtmlDocument page = new HtmlParser().ParseDocument(answer.Body);
        page.QuerySelectorAll("section").Select(section => section.Id).Should().Equal(LinkErrorCatalog.Default.Select(definition => definition.Code));
        page.QuerySelectorAll("link, img, iframe, form").Should().BeEmpty();
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelectorAll("script").Should().ContainSingle().Which.TextContent)));
        answer.Headers["Content-Security-Policy"].Should().Contain($"script-src 'sha256-{hash}'; ");
        page.QuerySelector("label")!.HasAttribute("hidden").Should().BeTrue("without the script there is no search");
        page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")).Should().Equal(LinkErrorCatalog.Default.Select(definition => "#" + definition.Code));
        page.QuerySelectorAll("h2").Select(heading => heading.TextContent).Should().Equal(LinkErrorCatalog.Default.Select(definition => definition.Family).Distinct(StringComparer.Ordinal));
        foreach (LinkErrorDefinition definition in LinkErrorCatalog.Default)
        {
            IElement section = page.GetElementById(definition.Code)!;
            section.QuerySelector("h3 a")!.GetAttribute("href").Should().Be($"#{definition.Code}");
            section.TextContent.Should().ContainAll(definition.Title, definition.Description, definition.Action).And.ContainAll(definition.Causes);
        }
    }

    [Fact]
    public async Task Json_OfTheCatalog_HasEveryCodeAndItsSpellings()
    {
        LabAnswer answer = await lab.AskAsync("/errors", headers: ("Accept", "application/json"));

        answer.Status.Should().Be(200);
        answer.Headers.Should().Contain("Content-Type", "application/json").And.Contain("Vary", "Accept");
        using JsonDocument body = JsonDocument.Parse(answer.Body);
        body.RootElement.EnumerateArray().Select(entry => entry.GetProperty("code").GetString())
            .Should().Equal(LinkErrorCatalog.Default.Select(definition => definition.Code));
        JsonElement expired = body.RootElement.EnumerateArray().Single(entry => entry.GetProperty("code").GetString() == "link_token_expired");
        expired.GetProperty("title").GetString().Should().Be("Link token expired");
        expired.GetProperty("statusCode").GetInt32().Should().Be(400);
        expired.GetProperty("family").GetString().Should().Be("Link tokens");
        expired.GetProperty("causes").EnumerateArray().Should().NotBeEmpty();
        expired.GetProperty("statusCodes").GetRawText().Should().StartWith("{\"junction\":200,\"orcidlink\":400,");
        expired.GetProperty("mayRedirect").GetBoolean().Should().BeTrue();
        expired.GetProperty("wireCodes").GetRawText().Should().Be(
            """{"junction":"token_expired","orcidlink":"link_token_expired","zapier":"invalid_request","centralauth":"linkTokenExpired","loop":"invalid_grant","oauth":"invalid_grant","problem-details":"link_token_expired"}""");
    }

    [Fact]
    public async Task Ok_BehindTheMiddleware_IsUntouched()
    {
        LabAnswer answer = await lab.AskAsync("/ok");

        answer.Status.Should().Be(200);
        answer.Body.Should().Be("ok");
        answer.Headers.Should().Equal(new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "text/plain; charset=utf-8" });
    }
}
