using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LinkErrors;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace ErrorLab;

/// <summary>What the lab asked its own server, so that no browser follows the redirect, and the answer letter for letter.</summary>
internal sealed record LabExchange(string Path, bool IsPost, string Text, string? Location, string HumanPage, string HumanPolicy)
{
    private static readonly string[] Parameters = ["client_id", "redirect_uri", "state", "response_mode", "message", "scope", "retry_after"];

    private static readonly JsonSerializerOptions Literal = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<LabExchange> AskAsync(IQueryCollection query, string code, IHttpClientFactory clients, IServer server, CancellationToken cancellationToken)
    {
        string address = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        string path = CreatePath(query, code, [.. Parameters, "kind", "via"]);
        using HttpClient client = clients.CreateClient(LabPage.HttpClientName);
        using HttpRequestMessage request = new(HttpMethod.Parse(query["method"] == "POST" ? "POST" : "GET"), address + path);
        if (LabForm.Accepts.Contains(query["accept"].ToString(), StringComparer.Ordinal))
        {
            request.Headers.TryAddWithoutValidation("Accept", query["accept"].ToString());
        }

        using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
        (string text, string? location) = await PrintAsync(request, path, response, cancellationToken);

        // Without a client there is nowhere to send her, so that she sees the page.
        using HttpRequestMessage look = new(HttpMethod.Get, address + CreatePath(query, code, ["message", "scope", "retry_after"]));
        look.Headers.TryAddWithoutValidation("Accept", "text/html");
        look.Headers.TryAddWithoutValidation("Accept-Language", FindLanguage(query));
        using HttpResponseMessage page = await client.SendAsync(look, cancellationToken);
        string policy = page.Headers.TryGetValues("Content-Security-Policy", out IEnumerable<string>? policies) ? string.Join("; ", policies) : "";
        return new LabExchange(path, request.Method == HttpMethod.Post, text, location, await page.Content.ReadAsStringAsync(cancellationToken), policy);
    }

    public void Write(LabMarkup page, IQueryCollection query, LinkErrorCatalog catalog, string code)
    {
        page.Markup("<section id=\"response\">\n<h2>The response</h2>\n<pre>").Text(Text).Markup("</pre>\n");
        if (!IsPost)
        {
            page.Markup("<p><a href=\"").Text(Path).Markup("\" rel=\"noreferrer\">Open it in the browser</a></p>\n");
        }

        if (Location is not null && Location.AsSpan().IndexOfAny('?', '#') is var start and >= 0)
        {
            page.Markup("<h3>What the other side gets</h3>\n<table>\n");
            foreach (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> parameter in QueryHelpers.ParseQuery(Location[(start + 1)..].Split('#')[0]))
            {
                page.Row(parameter.Key, parameter.Value);
            }

            page.Markup("</table>\n");
        }

        if (catalog.TryFind(code, out LinkErrorDefinition? definition))
        {
            page.Markup("<h3>The line that does it</h3>\n<pre>").Text(CreateCode(query, definition))
                .Markup("</pre>\n<p>More about it: <a href=\"/errors#").Text(code).Markup("\">").Text(code).Markup("</a></p>\n");
        }

        string language = FindLanguage(query);
        page.Markup("<h3>What she sees, where there is nowhere to send her</h3>\n<p>In her language:");
        foreach (string other in LabForm.Languages)
        {
            page.Markup(" <a href=\"/").Text(QueryString.Create(query.Where(pair => pair.Key != "language").Append(new("language", other))).ToUriComponent())
                .Markup(other == language ? "#response\" aria-current=\"true\">" : "#response\">").Text(other).Markup("</a>");
        }

        page.Markup("</p>\n<iframe title=\"The error page\" sandbox srcdoc=\"").Text(HumanPage).Markup("\"></iframe>\n</section>\n");
    }

    private static string FindLanguage(IQueryCollection query) =>
        LabForm.Languages.FirstOrDefault(language => language == query["language"]) ?? LabForm.Languages[0];

    private static string CreatePath(IQueryCollection query, string code, IEnumerable<string> names)
    {
        IEnumerable<string> pairs = names
            .Where(name => query[name].ToString().Length > 0)
            .Select(name => $"{name}={Uri.EscapeDataString(query[name].ToString())}");
        return $"/try/{Uri.EscapeDataString(query["dialect"].ToString())}/{Uri.EscapeDataString(code)}?{string.Join('&', pairs)}";
    }

    private static async Task<(string Text, string? Location)> PrintAsync(HttpRequestMessage request, string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        text.Append(request.Method).Append(' ').AppendLine(path).AppendLine();
        text.Append("HTTP/1.1 ").Append((int)response.StatusCode).Append(' ').AppendLine(response.ReasonPhrase);
        string? location = null;

        // A parsed Location would be shown in the spelling of System.Uri.
        foreach ((string name, HeaderStringValues values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            text.Append(name).Append(": ").AppendLine(values.ToString());
            location = name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? values.ToString() : location;
        }

        return (text.AppendLine().Append(await response.Content.ReadAsStringAsync(cancellationToken)).ToString(), location);
    }

    private static string CreateCode(IQueryCollection query, LinkErrorDefinition definition)
    {
        if (query["via"].ToString() is LabRequest.Result or LabRequest.MvcResult)
        {
            string name = definition.CreateError().ToException().GetType().Name;
            return $"return TypedResults.LinkError(new {name}().Error);";
        }

        List<string> members = [];
        if (query["message"].ToString() is { Length: > 0 } message)
        {
            members.Add($"PublicMessage = {JsonSerializer.Serialize(message, Literal)}");
        }

        string[] scopes = query["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (scopes.Length > 0)
        {
            members.Add($"Scopes = [{string.Join(", ", scopes.Select(scope => JsonSerializer.Serialize(scope, Literal)))}]");
        }

        if (uint.TryParse(query["retry_after"], out uint seconds))
        {
            members.Add($"RetryAfter = TimeSpan.FromSeconds({seconds})");
        }

        string exception = definition.CreateError().ToException().GetType().Name;
        return members.Count == 0 ? $"throw new {exception}();" : $"throw new {exception} {{ {string.Join(", ", members)} }};";
    }
}
