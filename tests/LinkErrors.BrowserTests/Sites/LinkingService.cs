using System.Text.Encodings.Web;
using System.Text.Json;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.BrowserTests.Sites;

/// <summary>A service whose authorization endpoint always fails.</summary>
public sealed class LinkingService : IAsyncDisposable
{
    private readonly PolicyWatch _watch = new();
    private TestApp _app = null!;

    private LinkingService()
    {
    }

    /// <inheritdoc cref="PolicyWatch.Violations"/>
    public Mailbox Violations => _watch.Violations;

    /// <inheritdoc cref="PolicyWatch.Injected"/>
    public string Injected { set => _watch.Injected = value; }

    /// <inheritdoc cref="PolicyWatch.Directives"/>
    public string Directives { set => _watch.Directives = value; }

    /// <summary>The requests that came ahead of a click, by <c>Sec-Purpose</c>.</summary>
    public Mailbox Speculations { get; } = new("a request ahead of a click");

    /// <summary>Starts a service.</summary>
    /// <param name="redirectUri">The registered target of its one client.</param>
    /// <param name="dialect">A dialect of a test's own; otherwise <c>oauth</c>.</param>
    public static async Task<LinkingService> StartAsync(string redirectUri, LinkErrorDialect? dialect = null)
    {
        LinkingService service = new();
        service._app = await TestApp.StartAsync(
            app =>
            {
                service._watch.Use(app);
                app.Use((context, next) =>
                {
                    if (context.Request.Headers["Sec-Purpose"].ToString() is { Length: > 0 } purpose)
                    {
                        service.Speculations.Put(purpose);
                    }

                    return next(context);
                });
                app.UseLinkErrors();
                app.MapGet("/product", (string rule) => TypedResults.Content(SpeculativePage(rule, service.Authorize("query")), "text/html; charset=utf-8")).DisableLinkErrors();
                app.MapGet("/authorize", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
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

    /// <summary>A page with one link, which a browser asks for or renders ahead of a click.</summary>
    /// <param name="rule">A speculation rule, <c>prefetch</c> or <c>prerender</c>.</param>
    public string Speculating(string rule) => $"{_app.Client.BaseAddress}product?rule={rule}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string SpeculativePage(string rule, string link)
    {
        string rules = JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { [rule] = new[] { new { urls = new[] { link }, eagerness = "immediate" } } });
        return $"<!DOCTYPE html><html lang=\"en\"><title>Product</title><script type=\"speculationrules\">{rules}</script><a href=\"{HtmlEncoder.Default.Encode(link)}\">Link</a>";
    }
}
