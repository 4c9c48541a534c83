using LinkErrors;
using LinkErrors.Dialects;

namespace ErrorLab;

/// <summary>What there is to choose.</summary>
internal static class LabForm
{
    /// <summary>The languages of the error page.</summary>
    public static readonly string[] Languages = ["en", "es", "fr", "de", "pt", "ja", "zh-Hans", "ar"];

    public static readonly string[] Accepts = ["text/html", "application/json", "*/*"];

    /// <summary>What people meet, and what to choose for it.</summary>
    private static readonly (string Name, string Query)[] Presets =
    [
        ("The user presses Cancel", "dialect=oauth&code=access_denied&client_id=wearables&state=af0ifjsldkj"),
        ("The link expired", "dialect=junction&code=link_token_expired&client_id=wearables"),
        ("The scope is missing", "dialect=oauth&code=insufficient_scope&kind=api&scope=labs:read"),
        ("The provider is down", "dialect=junction&code=provider_api_error&retry_after=300&accept=text/html"),
        ("Nobody knows the redirect URI", "dialect=oauth&code=invalid_redirect_uri&client_id=wearables&redirect_uri=https://evil.example"),
        ("A form failed", "dialect=orcidlink&code=session_expired&client_id=orcid&method=POST"),
        ("Too many requests", "dialect=problem-details&code=rate_limited&kind=api&retry_after=30"),
    ];

    public static void Write(LabMarkup page, IQueryCollection query, LinkErrorCatalog catalog, LinkErrorsOptions options)
    {
        page.Markup("<nav aria-label=\"Situations\">\n<ul class=\"presets\">\n");
        foreach ((string name, string preset) in Presets)
        {
            page.Markup("<li><a href=\"/?").Text(preset).Markup("#response\">").Text(name).Markup("</a></li>\n");
        }

        page.Markup("</ul>\n</nav>\n<section>\n<h2>Choose an error</h2>\n<form action=\"/#response\">\n").Select("dialect", query["dialect"], LinkErrorDialects.All.Select(dialect => dialect.Name));
        WriteCodes(page, query["code"], catalog);
        page.Select("kind", query["kind"], "interactive", "api")
            .Select("via", query["via"], LabRequest.Throw, LabRequest.Result, LabRequest.Mvc, LabRequest.MvcResult)
            .Select("method", query["method"], "GET", "POST")
            .Select("accept", query["accept"], Accepts)
            .Select("language", query["language"], Languages)
            .Input("client_id", "client_id", query["client_id"], options.Clients.Select(client => client.Value.ClientId ?? client.Key))
            .Input("redirect_uri", "redirect_uri", query["redirect_uri"], options.Clients.SelectMany(client => client.Value.RedirectUris))
            .Input("state", "state", query["state"])
            .Input("response_mode", "response_mode", query["response_mode"], "query", "fragment", "form_post", "web_message")
            .Input("message", "message", query["message"])
            .Input("scope", "scope", query["scope"])
            .Input("retry_after", "retry_after", query["retry_after"])
            .Markup("<button>Try it</button>\n</form>\n</section>\n");
    }

    private static void WriteCodes(LabMarkup page, string? chosen, LinkErrorCatalog catalog)
    {
        page.Markup("<label>code<select name=\"code\">");
        foreach (IGrouping<string, LinkErrorDefinition> family in catalog.GroupBy(definition => definition.Family, StringComparer.Ordinal))
        {
            page.Markup("<optgroup label=\"").Text(family.Key).Markup("\">").Options(chosen, family.Select(definition => definition.Code)).Markup("</optgroup>");
        }

        page.Markup("</select></label>\n");
    }
}
