using System.Text.Encodings.Web;
using LinkErrors;
using Microsoft.AspNetCore.Http;

namespace Links;

public sealed class PlainErrorPage : ILinkErrorPage
{
    public Task WriteAsync(HttpContext context, LinkErrorPageContext page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{page.Language}" dir="{(page.IsRightToLeft ? "rtl" : "ltr")}">
            <title>{HtmlEncoder.Default.Encode(page.WindowTitle)}</title>
            <h1>{HtmlEncoder.Default.Encode(page.Title)}</h1>
            <p>{HtmlEncoder.Default.Encode(page.Action)}</p>
            <p>{HtmlEncoder.Default.Encode(page.GetText("page.Reference"))} {page.Reference}</p>
            """,
            context.RequestAborted);
    }
}
