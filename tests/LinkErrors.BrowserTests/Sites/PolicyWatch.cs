using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.BrowserTests.Sites;

/// <summary>
/// Stands in front of a service. Browsers report to it what the policy of a page blocked: nothing else is added to the policy.
/// </summary>
public sealed class PolicyWatch
{
    /// <summary>What the policy blocked: the reports of browsers, as they sent them.</summary>
    public Mailbox Violations { get; } = new("a report of a blocked resource");

    /// <summary>HTML that gets into a page as if the library had forgotten to encode: in front of its own script, else at its end.</summary>
    public string Injected { get; set; } = "";

    /// <summary>Directives that a browser applies on top of the page's.</summary>
    public string Directives { get; set; } = "";

    /// <summary>Adds the watch to a pipeline that has nothing in front of it.</summary>
    public void Use(WebApplication app)
    {
        app.Use(RewriteAsync);
        app.MapPost("/reports", async (HttpRequest request) =>
        {
            using StreamReader reader = new(request.Body);
            string report = await reader.ReadToEndAsync();

            // A browser asks for the icon by itself; the page does not.
            if (!report.Contains("/favicon.ico", StringComparison.Ordinal))
            {
                Violations.Put(report);
            }
        });
    }

    private async Task RewriteAsync(HttpContext context, RequestDelegate next)
    {
        Stream body = context.Response.Body;
        using MemoryStream page = new();
        context.Response.Body = page;
        await next(context);
        context.Response.Body = body;
        if (context.Response.Headers.ContentSecurityPolicy.Count == 0)
        {
            if (page.Length > 0)
            {
                await body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length));
            }

            return;
        }

        string html = Encoding.UTF8.GetString(page.ToArray());
        string place = html.Contains("<script", StringComparison.Ordinal) ? "<script" : "</main>";
        html = html.Replace(place, Injected + place, StringComparison.Ordinal);
        context.Response.Headers.ContentSecurityPolicy += $"; report-uri /reports{Directives}";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(html);
        await context.Response.WriteAsync(html);
    }
}
