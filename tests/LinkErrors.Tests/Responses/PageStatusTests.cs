using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Responses;

/// <summary>A page is for a person and her browser: it has the status of the dialect, unless that says that all is well, and no way into documentation for developers.</summary>
public sealed class PageStatusTests
{
    // docs/dialects.md: junction says 200 of everything, zapier 400.
    [Theory]
    [InlineData("junction", "text/html", 409)]
    [InlineData("junction", "application/json", 200)]
    [InlineData("zapier", "text/html", 400)]
    [InlineData("zapier", "application/json", 400)]
    [InlineData("problem-details", "text/html", 409)]
    public async Task Error_WithAStatusOfItsDialect_HasAnErrorStatusAsAPage(string dialect, string accept, int status)
    {
        await using TestApp app = await StartAsync(dialect);

        using HttpResponseMessage response = await AskAsync(app, "/link", accept);

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be(accept == "text/html" ? "text/html" : dialect == "problem-details" ? "application/problem+json" : "application/json");
    }

    [Theory]
    [InlineData("text/html", "Production", false)]
    [InlineData("text/html", "Development", true)]
    [InlineData("application/json", "Production", true)]
    public async Task Catalog_ThatIsMapped_IsNamedToDevelopersOnly(string accept, string environment, bool isNamed)
    {
        await using TestApp app = await StartAsync("loop", environment);

        using HttpResponseMessage response = await AskAsync(app, "/link", accept);

        string all = response.Headers + await response.Content.ReadAsStringAsync();
        all.Contains("/errors", StringComparison.Ordinal).Should().Be(isNamed, all);
    }

    /// <summary>What a flow says of modes is for its client; the fallback of the service gets a redirect.</summary>
    [Theory]
    [InlineData("form_post")]
    [InlineData("web_message")]
    [InlineData("fragment")]
    public async Task ResponseMode_OfAFlow_IsNotForTheFallback(string mode)
    {
        await using TestApp app = await StartAsync("oauth", "Production", ("FallbackRedirectUri", "https://fallback.example/oops"), ("RedirectOnly:0", "access_denied"));

        using HttpResponseMessage response = await AskAsync(app, $"/link{LabSettings.Flow}&response_mode={mode}", "text/html");

        response.GetLocation().Should().StartWith("https://fallback.example/oops?error=");
    }

    /// <summary>A misspelt name is the same with every request, and whoever makes names up does not fill log and memory.</summary>
    [Fact]
    public async Task Dialects_ThatNobodyKnows_AreNamedOnceEachAndNotForEver()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/{dialect}", string (HttpContext context, string dialect) =>
            {
                context.SetLinkErrors(LinkEndpointKind.Api, dialect);
                throw new ConflictException();
            });
        });

        for (int name = 0; name < 103; name++)
        {
            await app.Client.GetAsync($"/made-up-{name}");
            await app.Client.GetAsync($"/made-up-{name}");
        }

        app.Log.Own.Count(entry => entry.EventId.Name == "DialectUnknown").Should().Be(100);
    }

    private static async Task<HttpResponseMessage> AskAsync(TestApp app, string path, string accept)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { { "Accept", accept } } };
        return await app.Client.SendAsync(request);
    }

    private static Task<TestApp> StartAsync(string dialect, string environment = "Production", params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapLinkErrorCatalog("/errors");
            app.MapGet("/link", string () => throw new ConflictException()).WithLinkErrors(LinkEndpointKind.Interactive, dialect);
        },
        LabSettings.WithClient(settings),
        environment: environment);
}
