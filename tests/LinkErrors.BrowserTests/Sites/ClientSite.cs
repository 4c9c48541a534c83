using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LinkErrors.BrowserTests.Sites;

/// <summary>A site of somebody else. It says what reached it, so that no test has to wait for a time.</summary>
public sealed class ClientSite : IAsyncDisposable
{
    /// <summary>Shows that a browser displays the page: nothing asks for the picture before.</summary>
    private const string Seen = "<img src=\"/seen.png\" alt=\"\">";

    private const string ReportMessages =
        "<script>addEventListener('message',e=>fetch('/message',{method:'POST',body:e.origin+' '+JSON.stringify(e.data)}))</script>";

    private TestApp _app = null!;
    private string _host = "";

    private ClientSite()
    {
    }

    /// <summary>The forms that were posted to the callback: names and values.</summary>
    public Mailbox Forms { get; } = new("a form at the callback");

    /// <summary>The addresses of the last pages that a browser displays.</summary>
    public Mailbox Arrivals { get; } = new("a browser at the last page");

    /// <summary>The messages of other windows: origin and data.</summary>
    public Mailbox Messages { get; } = new("a message of another window");

    /// <summary>The frames that finished, with a page or with the browser's own words.</summary>
    public Mailbox Frames { get; } = new("the end of a frame's loading");

    /// <summary>Where the callback sends the browser.</summary>
    public string Next { get; set; } = "/done";

    /// <summary>Starts a site.</summary>
    /// <param name="host">The host by which browsers know it: one that leads to a loopback address.</param>
    public static async Task<ClientSite> StartAsync(string host = "127.0.0.1")
    {
        ClientSite site = new() { _host = host };
        site._app = await TestApp.StartAsync(site.Map, address: host == "[::1]" ? "http://[::1]:0" : "http://127.0.0.1:0");
        return site;
    }

    public string At(string path) => $"http://{_host}:{_app.Client.BaseAddress!.Port}{path}";

    /// <summary>A page that frames another, hidden.</summary>
    public string Framing(string url) => At("/frame?of=" + Uri.EscapeDataString(url));

    /// <summary>A page whose one link opens another in a window that can answer it.</summary>
    public string Opening(string url) => At("/open?of=" + Uri.EscapeDataString(url));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapPost("/cb", async (HttpRequest request) =>
        {
            IFormCollection form = await request.ReadFormAsync();
            Forms.Put(string.Join('&', form.Select(field => $"{field.Key}={field.Value}")));
            request.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            request.HttpContext.Response.Headers.Location = Next;
        });
        app.MapGet("/cb", () => Html("<h1>Back</h1>" + Seen));
        app.MapGet("/done", () => Html("<h1>Back</h1>" + Seen));
        app.MapGet("/seen.png", (HttpRequest request) => Arrivals.Put(request.Headers.Referer.ToString()));
        app.MapGet("/frame", (string of) => Html($"{ReportMessages}<iframe hidden src=\"{of.Replace("&", "&amp;", StringComparison.Ordinal)}\" onload=\"fetch('/framed',{{method:'POST'}})\"></iframe>"));
        app.MapGet("/open", (string of) => Html($"{ReportMessages}<a href=\"{of.Replace("&", "&amp;", StringComparison.Ordinal)}\" target=\"_blank\" rel=\"opener\">Link</a>"));
        app.MapPost("/framed", () => Frames.Put("loaded"));
        app.MapPost("/message", async (HttpRequest request) =>
        {
            using StreamReader reader = new(request.Body);
            Messages.Put(await reader.ReadToEndAsync());
        });
    }

    private static ContentHttpResult Html(string body) => TypedResults.Content("<!DOCTYPE html><html lang=\"en\"><title>Client</title>" + body, "text/html; charset=utf-8");
}
