using LinkErrors.Redirects;
using LinkErrors.Settings;

namespace LinkErrors.Pages;

/// <summary>What stands around the one thing that a small page shows: the head, and the name and mark of the product.</summary>
internal static class PageFrame
{
    public static void Begin(HtmlWriter html, PageTheme theme, LinkErrorPageContext page)
    {
        html.Markup("<!DOCTYPE html>\n<html lang=\""u8).Text(page.Language).Markup(page.IsRightToLeft ? "\" dir=\"rtl\">\n"u8 : "\">\n"u8)
            .Markup("""
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>
                """u8)
            .Text(page.WindowTitle).Markup("</title>\n"u8).Markup(theme.StyleElement.Span);
        ErrorPageSettings settings = theme.Settings;
        if (settings.StyleSheet is { } sheet)
        {
            html.Markup("<link rel=\"stylesheet\" href=\""u8).Text(LocalPath.Below(page.PathBase, sheet)).Markup("\">\n"u8);
        }

        html.Markup("</head>\n<body>\n"u8);
        if (page.ProductName is not null || settings.LogoUri is not null)
        {
            html.Markup("<header>"u8);
            if (settings.LogoUri is { } logo)
            {
                html.Markup("<img src=\""u8).Text(LocalPath.Below(page.PathBase, logo)).Markup("\" alt=\"\">"u8);
            }

            if (page.ProductName is { } product)
            {
                html.Markup("<bdi>"u8).Text(product).Markup("</bdi>"u8);
            }

            html.Markup("</header>\n"u8);
        }

        html.Markup("<main>\n"u8);
    }

    public static void End(HtmlWriter html) => html.Markup("</main>\n</body>\n</html>\n"u8);
}
