using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace LinkErrors.Tests.Pages;

/// <summary>
/// Every local path of ASP.NET Core is one of the application, below the path base that the server or a proxy in front gave it. What
/// the page for people links to and loads is no exception.
/// </summary>
public sealed class PathBaseTests
{
    private static readonly (string Key, string? Value)[] Settings =
    [
        ("ErrorPage:StartPath", "/connect?provider=fitbit"),
        ("ErrorPage:SupportUri", "/help?reference={reference}#form"),
        ("ErrorPage:LogoUri", "/logo.svg"),
        ("ErrorPage:StyleSheet", "/errors.css"),
        ("RedirectOnly:0", "server_error"),
    ];

    [Theory]
    [InlineData("", null, "")]
    [InlineData("/tenant", null, "/tenant")]
    [InlineData("", "/public", "/public")]
    [InlineData("", "/a b/\u00e9\"><script>", "/a%20b/%C3%A9%22%3E%3Cscript%3E")]
    public async Task Links_OfThePage_AreBelowThePathBase(string pathBase, string? prefix, string expected)
    {
        await using TestApp app = await StartAsync(Settings);

        IDocument page = await ReadAsync(app, $"{pathBase}/expired{LabSettings.Flow}", prefix);

        page.QuerySelector("img")!.GetAttribute("src").Should().Be(expected + "/logo.svg");
        page.QuerySelector("link")!.GetAttribute("href").Should().Be(expected + "/errors.css");
        string[] links = [.. page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)];
        links.Should().HaveCount(3);
        links[0].Should().Be(LabSettings.RedirectUri, "the client is elsewhere");
        links[1].Should().Be(expected + "/connect?provider=fitbit");
        links[2].Should().MatchRegex($"^{expected}/help\\?reference=[0-9A-Z]{{4}}-[0-9A-Z]{{4}}#form$");
    }

    [Theory]
    [InlineData("/tenant", null, "/tenant/own?a=1")]
    [InlineData("", "/public", "/public/own?a=1")]
    public async Task Start_OfAFlow_IsBelowThePathBaseOfTheRequestThatFails(string pathBase, string? prefix, string expected)
    {
        await using TestApp app = await StartAsync(Settings);

        IDocument page = await ReadAsync(app, pathBase + "/started", prefix);

        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Should().Contain(expected).And.NotContain("/own?a=1");
    }

    [Theory]
    [InlineData("/tenant", null, "/tenant|/tenant/connect?provider=fitbit|/tenant/help?reference=")]
    [InlineData("", "/public", "/public|/public/connect?provider=fitbit|/public/help?reference=")]
    public async Task Page_OfTheApplication_FindsAddressesThatItCanLinkTo(string pathBase, string? prefix, string expected)
    {
        await using TestApp app = await StartAsync([.. Settings, ("ErrorPage:Path", "/oops")]);

        using HttpResponseMessage response = await GetAsync(app, pathBase + "/expired", prefix);

        (await response.Content.ReadAsStringAsync()).Should().StartWith(expected);
    }

    /// <summary>An address that begins with <c>//</c> is another host, whatever a proxy says that it is.</summary>
    [Theory]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/tenant")]
    public async Task Prefix_ThatWouldBeAHost_IsLeftOut(string prefix)
    {
        await using TestApp app = await StartAsync(Settings);

        IDocument page = await ReadAsync(app, "/expired", prefix);

        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Should().HaveCount(2).And.NotContain(link => link!.Contains("evil", StringComparison.Ordinal));
        page.QuerySelector("img")!.GetAttribute("src").Should().Be("/logo.svg");
    }

    private static Task<TestApp> StartAsync((string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedPrefix });
            app.UsePathBase("/tenant");
            app.UseRouting();
            app.UseLinkErrors();
            app.MapGet("/expired", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/started", async Task<string> (HttpContext context, LinkFlowFactory flows) =>
            {
                context.SetLinkFlow(await flows.CreateAsync(new LinkFlowRequest { ClientId = "web", StartPath = "/own?a=1" }, context.RequestAborted));
                throw new LinkTokenExpiredException();
            }).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/oops", (HttpContext context) => context.GetLinkErrorPage() is { } page ? $"{context.Request.PathBase}|{page.StartTarget}|{page.SupportUri}" : "none");
        },
        LabSettings.WithClient(settings));

    private static async Task<IDocument> ReadAsync(TestApp app, string path, string? prefix)
    {
        using HttpResponseMessage response = await GetAsync(app, path, prefix);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> GetAsync(TestApp app, string path, string? prefix)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        if (prefix is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-Prefix", Uri.EscapeDataString(prefix).Replace("%2F", "/", StringComparison.Ordinal));
        }

        return await app.Client.SendAsync(request);
    }
}
