using System.Text.Encodings.Web;
using LinkErrors;
using Microsoft.AspNetCore.Http;

namespace Links;

public sealed class PlainErrorPage(HtmlEncoder html) : ILinkErrorPage
{
    public Task WriteAsync(HttpContext context, LinkErrorPageContext page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{page.Language}" dir="{(page.IsRightToLeft ? "rtl" : "ltr")}">
            <title>{html.Encode(page.WindowTitle)}</title>
            <h1>{html.Encode(page.Title)}</h1>
            <p>{html.Encode(page.Action)}</p>
            <p>{html.Encode(page.GetText("page.Reference"))} {page.Reference}</p>
            """,
            context.RequestAborted);
    }
}
