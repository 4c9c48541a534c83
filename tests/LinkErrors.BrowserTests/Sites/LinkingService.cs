using System.Text;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.BrowserTests.Sites;

/// <summary>
/// A service whose authorization endpoint always fails. Browsers report to it what the policy of its pages blocked: nothing
/// else is added to the policy.
/// </summary>
public sealed class LinkingService : IAsyncDisposable
{
    private TestApp _app = null!;

    private LinkingService()
    {
    }

    /// <summary>What the policy blocked: the reports of browsers, as they sent them.</summary>
    public Mailbox Violations { get; } = new("a report of a blocked resource");

    /// <summary>HTML that gets into the page in front of its own script, as if the library had forgotten to encode.</summary>
    public string Injected { get; set; } = "";

    /// <summary>Directives that a browser applies on top of the page's.</summary>
    public string Directives { get; set; } = "";

    /// <summary>Starts a service.</summary>
    /// <param name="redirectUri">The registered target of its one client.</param>
    /// <param name="dialect">A dialect of a test's own; otherwise <c>oauth</c>.</param>
    public static async Task<LinkingService> StartAsync(string redirectUri, LinkErrorDialect? dialect = null)
    {
        LinkingService service = new();
        service._app = await TestApp.StartAsync(
            app =>
            {
                app.Use(service.RewriteAsync);
                app.UseLinkErrors();
                app.MapGet("/authorize", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
                app.MapPost("/reports", async (HttpRequest request) =>
                {
                    using StreamReader reader = new(request.Body);
                    string report = await reader.ReadToEndAsync();

                    // A browser asks for the icon by itself; the page does not.
                    if (!report.Contains("/favicon.ico", StringComparison.Ordinal))
                    {
                        service.Violations.Put(report);
                    }
                });
            },
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["LinkErrors:Clients:web:RedirectUris:0"] = redirectUri,
                ["LinkErrors:Clients:web:AllowInsecureSchemes"] = "true",
                ["LinkErrors:Dialect"] = dialect?.Name ?? "oauth",
            },
            builder =>
            {
                if (dialect is not null)
                {
                    builder.Services.AddLinkErrors().AddDialect(dialect);
                }
            });
        return service;
    }

    /// <summary>The address of an authorization request, which is answered with an error.</summary>
    public string Authorize(string responseMode) =>
        $"{_app.Client.BaseAddress}authorize?client_id=web&state=a%2Bb%22%3E%3Cc&prompt=none&response_mode={responseMode}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RewriteAsync(HttpContext context, RequestDelegate next)
    {
        Stream body = context.Response.Body;
        using MemoryStream page = new();
        context.Response.Body = page;
        await next(context);
        context.Response.Body = body;
        if (context.Request.Path == "/authorize")
        {
            string html = Encoding.UTF8.GetString(page.ToArray()).Replace("<script", Injected + "<script", StringComparison.Ordinal);
            context.Response.Headers.ContentSecurityPolicy += $"; report-uri /reports{Directives}";
            context.Response.ContentLength = Encoding.UTF8.GetByteCount(html);
            await context.Response.WriteAsync(html);
        }
    }
}
