using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Components;
using LinkErrors.HostTests.Matrix;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.OwnPages;

/// <summary>
/// The error page is the application's, in whatever it builds its pages with, and its words come from its own resource files first.
/// </summary>
public sealed class OwnPageTests
{
    private const string RazorPage = "/oops";
    private const string Action = "/mvc/oops";
    private const string BlazorPage = "/blazor/oops";

    /// <summary>Every page in the language of an override, in one that the application adds, and in one of the library's alone.</summary>
    [Theory]
    [InlineData(RazorPage, "de")]
    [InlineData(RazorPage, "it")]
    [InlineData(RazorPage, "ar")]
    [InlineData(Action, "de")]
    [InlineData(Action, "it")]
    [InlineData(Action, "ar")]
    [InlineData(BlazorPage, "de")]
    [InlineData(BlazorPage, "it")]
    [InlineData(BlazorPage, "ar")]
    public async Task Page_OfTheApplication_HasItsWordsAndTheLibrarys(string path, string language)
    {
        await using TestApp app = await StartAsync(path);

        using HttpResponseMessage response = await AskAsync(app, language);
        string html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        (string title, string action, string back) = language switch
        {
            "de" => ("Der Einladungslink ist abgelaufen", "Gehen Sie zurück zu Hub & Söhne und beginnen Sie von vorn.", "Weiter bei Hub & Söhne"),
            "it" => ("Il link è scaduto", "Torni a Hub & Söhne e ricominci.", "Torna a Hub & Söhne"),
            _ => ("انتهت صلاحية هذا الرابط", "يُرجى العودة إلى Hub & Söhne والبدء من جديد.", "العودة إلى Hub & Söhne"),
        };
        html = WithoutIsolates(html);
        html.Should().Contain($"lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\"")
            .And.Contain($"<h1>{title}</h1>").And.Contain($"<p>{action}</p>")
            .And.Contain($"<a href=\"{HostFlow.Target}\" rel=\"noreferrer\">{back}</a>").And.Contain("<a href=\"/start\"")
            .And.MatchRegex("<code>[0-9A-Z]{4}-[0-9A-Z]{4}</code>");
        app.Log.Entries.Should().NotContain(entry => (entry.EventId.Name ?? "").StartsWith("ErrorPage", StringComparison.Ordinal));
    }

    /// <summary>The library's own page takes the words of the application's resource, too.</summary>
    [Theory]
    [InlineData("de", "Der Einladungslink ist abgelaufen", "Zu Ihrer Sicherheit kann jeder Link nur für begrenzte Zeit verwendet werden.")]
    [InlineData("de-CH", "Der Einladungslink ist abgelaufen", "Zu Ihrer Sicherheit kann jeder Link nur für begrenzte Zeit verwendet werden.")]
    [InlineData("it", "Il link è scaduto", "Per la sua sicurezza, ogni link vale solo per un tempo limitato.")]
    [InlineData("en", "This link has expired", "For your safety, each link can be used for a limited time only.")]
    public async Task LibrarysPage_WithAResourceOfTheApplication_HasItsWords(string language, string title, string message)
    {
        await using TestApp app = await StartAsync(path: null);

        using HttpResponseMessage response = await AskAsync(app, language);

        WithoutIsolates(WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync())).Should().Contain($"<h1>{title}</h1>").And.Contain($"<p class=\"why\">{message}</p>");
    }

    [Theory]
    [InlineData(RazorPage)]
    [InlineData(Action)]
    [InlineData(BlazorPage)]
    public async Task Page_OpenedByItself_SaysThatNothingWentWrong(string path)
    {
        await using TestApp app = await StartAsync(path);

        (await app.Client.GetStringAsync(path)).Should().Contain("Nothing went wrong.");
    }

    [Fact]
    public async Task Interface_OfTheApplication_WritesThePage()
    {
        await using TestApp app = await StartAsync(path: null, "<img src=x onerror=alert(1)>", services => services.AddSingleton<ILinkErrorPage, PlainErrorPage>());

        using HttpResponseMessage response = await AskAsync(app, "de");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; frame-ancestors 'none'");
        (await response.Content.ReadAsStringAsync()).Should().Contain("<h1>Der Einladungslink ist abgelaufen</h1>").And.Contain("Referenz ").And.NotContain("<img");
    }

    /// <summary>The page's texts are plain: names that look like HTML are shown as they are written.</summary>
    [Theory]
    [InlineData(RazorPage)]
    [InlineData(Action)]
    [InlineData(BlazorPage)]
    public async Task Page_WithMarkupForAName_ShowsItAsText(string path)
    {
        await using TestApp app = await StartAsync(path, "<img src=x onerror=alert(1)>");

        using HttpResponseMessage response = await AskAsync(app, "en");

        (await response.Content.ReadAsStringAsync()).Should().Contain("img src=x").And.NotContain("<img");
    }

    private static Task<TestApp> StartAsync(string? path, string product = "Hub & Söhne", Action<IServiceCollection>? services = null) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.UseAntiforgery();
            app.MapRazorPages();
            app.MapControllers();
            app.MapRazorComponents<HostApp>();
            app.MapGet("/expired", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
        },
        [
            .. HostFlow.Settings,
            new("LinkErrors:ErrorPage:Path", path),
            new("LinkErrors:ErrorPage:ProductName", product),
            new("LinkErrors:ErrorPage:StartPath", "/start"),
            new("LinkErrors:RedirectOnly:0", LinkErrorCodes.ServerError),
        ],
        builder =>
        {
            builder.Services.AddRazorPages();
            builder.Services.AddRazorComponents();
            builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(ControllerParts.Only<OopsController>);
            builder.Services.AddLinkErrors().AddErrorPageTexts<ErrorTexts>("it");
            services?.Invoke(builder.Services);
        });

    private static async Task<HttpResponseMessage> AskAsync(TestApp app, string language)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/expired" + HostFlow.Query);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", language);
        return await app.Client.SendAsync(request);
    }

    /// <summary>A name stands between characters that keep its direction to itself.</summary>
    private static string WithoutIsolates(string html) => html.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
