using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace LinkErrors.Tests.Endpoints;

/// <summary><c>error_uri</c> (RFC 6749 §4.1.2.1) points to the catalog by itself where the application shows it and names no other page.</summary>
public sealed class CatalogAddressTests
{
    [Theory]
    [InlineData("/errors", "", "/errors")]
    [InlineData("errors", "", "/errors")]
    [InlineData("/errors", "/tenant", "/tenant/errors")]
    public async Task ErrorUri_WithACatalog_IsItsAnchor(string pattern, string pathBase, string path)
    {
        await using TestApp app = await StartAsync(endpoints => endpoints.MapLinkErrorCatalog(pattern));

        (await AskAsync(app, pathBase)).Should().Contain($"\"error_uri\":\"{app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{path}#link_token_expired\"");
    }

    [Fact]
    public async Task ErrorUri_WithACatalogInAGroup_HasThePathOfTheGroup()
    {
        await using TestApp app = await StartAsync(endpoints => endpoints.MapGroup("/docs").MapLinkErrorCatalog());

        (await AskAsync(app)).Should().Contain("/docs/errors#link_token_expired");
    }

    [Fact]
    public async Task ErrorUri_WithAPageOfTheConfiguration_IsThatPage()
    {
        await using TestApp app = await StartAsync(endpoints => endpoints.MapLinkErrorCatalog(), ("ErrorUriBase", "https://docs.example/errors"));

        (await AskAsync(app)).Should().Contain("\"error_uri\":\"https://docs.example/errors#link_token_expired\"");
    }

    [Fact]
    public async Task ErrorUri_WithoutASingleAddress_IsLeftOut()
    {
        await using TestApp refused = await StartAsync(endpoints => endpoints.MapLinkErrorCatalog(isErrorUri: false));
        await using TestApp several = await StartAsync(endpoints => endpoints.MapLinkErrorCatalog("/{tenant}/errors"));
        await using TestApp none = await StartAsync(_ => { });

        (await AskAsync(refused)).Should().NotContain("error_uri");
        (await AskAsync(several)).Should().NotContain("error_uri");
        (await AskAsync(none)).Should().NotContain("error_uri");
    }

    /// <summary>It is written for developers, and a person who looks at the error page is none.</summary>
    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 1)]
    public async Task Page_ForPeople_LinksToTheCatalogForDevelopersOnly(string debug, int links)
    {
        await using TestApp app = await StartAsync(endpoints => endpoints.MapLinkErrorCatalog(), ("IncludeDebugDetails", debug));
        using HttpRequestMessage request = new(HttpMethod.Get, "/page");
        request.Headers.Add("Accept", "text/html");

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        System.Text.RegularExpressions.Regex.Count(await response.Content.ReadAsStringAsync(), "/errors#link_token_expired").Should().Be(links);
    }

    private static async Task<string> AskAsync(TestApp app, string pathBase = "")
    {
        using HttpResponseMessage response = await app.Client.GetAsync(new Uri(pathBase + "/fails", UriKind.Relative));
        return await response.Content.ReadAsStringAsync();
    }

    private static Task<TestApp> StartAsync(Action<IEndpointRouteBuilder> map, params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UsePathBase("/tenant");
            app.UseRouting();
            app.UseLinkErrors();
            app.MapGet("/fails", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api, "oauth");
            app.MapGet("/page", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
            map(app);
        },
        LabSettings.WithClient(settings));
}
