using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LinkErrors.BrowserTests.Sites;

/// <summary>A product that links accounts, in which everything fails. But for one code nothing goes back by itself, so that people see the page.</summary>
public sealed class ProductSite : IAsyncDisposable
{
    /// <summary>The one code that is sent to the client of a flow.</summary>
    public const string Redirected = LinkErrorCodes.LoginRequired;

    private const string Logo =
        "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyOCAyOCI+PHJlY3Qgd2lkdGg9IjI4IiBoZWlnaHQ9IjI4IiByeD0iNyIgZmlsbD0iIzM0NTNkMSIvPjxwYXRoIGQ9Ik0xMSAxN2w2LTZtLTQtMSAyLTJhNCA0IDAgMCAxIDUuNiA1LjZsLTIgMm0tNC4yIDMuMi0yIDJBNCA0IDAgMCAxIDYuOCAxNC4ybDItMiIgZmlsbD0ibm9uZSIgc3Ryb2tlPSIjZmZmIiBzdHJva2Utd2lkdGg9IjIiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIvPjwvc3ZnPg==";

    private static readonly KeyValuePair<string, string?>[] Branding =
    [
        new("LinkErrors:ErrorPage:ProductName", "Wearables Hub"),
        new("LinkErrors:ErrorPage:LogoUri", Logo),
        new("LinkErrors:ErrorPage:SupportUri", "/help?reference={reference}"),
        new("LinkErrors:ErrorPage:StartPath", "/start"),
    ];

    private TestApp _app = null!;

    private ProductSite()
    {
    }

    /// <summary>What browsers report, and what a test puts into pages.</summary>
    public PolicyWatch Watch { get; } = new();

    /// <summary>The forms that were posted to the product.</summary>
    public Mailbox Posts { get; } = new("a form at the product");

    /// <summary>Starts a product.</summary>
    /// <param name="isBranded">Whether it has a name, a mark, a place for help and a start.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="settings">Settings in place of those or beside them, without <c>LinkErrors:</c>.</param>
    public static async Task<ProductSite> StartAsync(bool isBranded = true, string environment = "Production", params (string Key, string Value)[] settings)
    {
        ProductSite site = new();
        site._app = await TestApp.StartAsync(
            site.Map,
            [
                .. isBranded ? Branding.ExceptBy(settings.Select(setting => "LinkErrors:" + setting.Key), setting => setting.Key, StringComparer.Ordinal) : [],
                .. settings.Select(setting => KeyValuePair.Create<string, string?>("LinkErrors:" + setting.Key, setting.Value)),
                new("LinkErrors:Clients:hub:RedirectUris:0", "https://hub.example/connected"),
                new("LinkErrors:RedirectOnly:0", Redirected),
            ],
            environment: environment);
        return site;
    }

    public string At(string path) => $"{_app.Client.BaseAddress!.ToString().TrimEnd('/')}{path}";

    /// <summary>A step of linking that ends with an error.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="provider">The provider; null where it is not known.</param>
    /// <param name="seconds">The seconds to wait; null where they are not known.</param>
    /// <param name="hasFlow">Whether it is known who is linking.</param>
    public string Failing(string code, string? provider = null, int? seconds = null, bool hasFlow = true) =>
        At($"/link/{code}?{(hasFlow ? "client_id=hub" : "")}&provider={provider}&seconds={seconds}");

    /// <summary>A step that ends with the one error that goes to the client, by a page that she passes by.</summary>
    /// <param name="responseMode">How it goes: <c>form_post</c> or <c>web_message</c>.</param>
    public string PassingBy(string responseMode) => At($"/link/{Redirected}?client_id=hub&state=a%2Bb%22%3E%3Cc&response_mode={responseMode}");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(WebApplication app)
    {
        Watch.Use(app);
        app.UseLinkErrors();
        RouteGroupBuilder link = app.MapGroup("/link").WithLinkErrors(LinkEndpointKind.Interactive);
        link.MapGet("/unexpected", string () => throw new InvalidOperationException("The connection string 'Host=db;Password=…' names no database."));
        link.MapGet("/{code}", string (string code, string? provider, string? seconds) => throw CreateError(code, provider, seconds).ToException());
        link.MapPost("/{code}", string (string code) =>
        {
            Posts.Put(code);
            throw CreateError(code, provider: null, seconds: null).ToException();
        });
        app.MapLinkErrorCatalog();
        app.MapGet("/start", () => Html("<h1>Connect</h1><form method=\"post\" action=\"/link/link_token_expired?client_id=hub\"><button>Connect</button></form>"));
        app.MapGet("/help", () => Html("<h1>Help</h1>"));
    }

    private static LinkError CreateError(string code, string? provider, string? seconds) => new(LinkErrorCatalog.Default.Resolve(code))
    {
        Data = string.IsNullOrEmpty(provider) ? null : JsonSerializer.SerializeToElement(new { provider }),
        RetryAfter = int.TryParse(seconds, CultureInfo.InvariantCulture, out int delay) ? TimeSpan.FromSeconds(delay) : null,
    };

    private static ContentHttpResult Html(string body) => TypedResults.Content("<!DOCTYPE html><html lang=\"en\"><title>Product</title>" + body, "text/html; charset=utf-8");
}
