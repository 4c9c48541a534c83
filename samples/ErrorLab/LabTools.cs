using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LinkErrors;
using LinkErrors.Dialects;
using Microsoft.Extensions.Options;

namespace ErrorLab;

/// <summary>The two other things to try: whether a target is accepted, and what a client reads.</summary>
internal static class LabTools
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteCheck(LabMarkup page, IQueryCollection query, IOptionsMonitor<LinkErrorsOptions> options)
    {
        page.Markup("<section id=\"check\">\n<h2>Check a redirect URI</h2>\n<form action=\"/#check\">\n")
            .Input("registered", "registered", query["registered"]).Input("requested", "requested", query["requested"])
            .Markup("<label class=\"check\"><input type=\"checkbox\" name=\"allowLoopbackPorts\" value=\"true\"")
            .Markup(query["allowLoopbackPorts"] == "true" ? " checked" : "").Markup(">any port of the loopback address</label>\n<button>Check it</button>\n</form>\n");
        if (query["registered"].ToString() is { Length: > 0 } registered)
        {
            CheckEndpoint.CheckAnswer answer = CheckEndpoint.Check(new([registered], query["allowLoopbackPorts"] == "true", false, query["requested"]), options);
            page.Markup("<h3>The answer</h3>\n<table>\n").Row("May be registered", answer.Registered[0].Valid ? "yes" : answer.Registered[0].Reason)
                .Row("The browser may go there", answer.Allowed ? "yes" : answer.Reason);
            if (answer.Location is not null)
            {
                page.Row("For server_error it goes to", answer.Location);
            }

            page.Markup("</table>\n");
        }

        page.Markup("</section>\n");
    }

    public static void WriteRead(LabMarkup page, IQueryCollection query)
    {
        string pasted = query["paste"].ToString().ReplaceLineEndings("\n");
        page.Markup("<section id=\"read\">\n<h2>Read a response</h2>\n<p>Paste the address of a callback, or a response with its status line, headers and body.</p>\n")
            .Markup("<form action=\"/#read\">\n<label class=\"whole\">what came back<textarea name=\"paste\" spellcheck=\"false\">\n").Text(pasted)
            .Markup("</textarea></label>\n<button>Read it</button>\n</form>\n");
        if (pasted.Length > 0)
        {
            LinkErrorReading reading = Read(pasted.Trim());
            ReadAnswer answer = reading.IsError ? new ReadAnswer(reading.Error) : new ReadAnswer(reading.Reason);
            page.Markup("<h3>What the client reads</h3>\n<pre>").Text(JsonSerializer.Serialize(answer, Readable)).Markup("</pre>\n");
        }

        page.Markup("</section>\n");
    }

    private static LinkErrorReading Read(string pasted)
    {
        LinkErrorReader reader = new(new LinkErrorReaderOptions());
        if (!pasted.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase))
        {
            return pasted.StartsWith('{') ? reader.ReadResponse(StatusCodes.Status400BadRequest, [], pasted) : reader.ReadCallback(pasted);
        }

        string[] parts = pasted.Split("\n\n", 2);
        string[] lines = parts[0].Split('\n');
        int status = int.TryParse(lines[0].Split(' ').ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : StatusCodes.Status400BadRequest;
        List<KeyValuePair<string, string>> headers = [];
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(KeyValuePair.Create(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return reader.ReadResponse(status, headers, parts.ElementAtOrDefault(1) ?? "");
    }
}
