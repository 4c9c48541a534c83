using System.Text;
using System.Text.Encodings.Web;

namespace Provider;

/// <summary>What people see at the provider.</summary>
internal static class ConsentPage
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1c1b29;--paper:#fff;--back:#eeecf6;--line:#c9c5da;--accent:#4b3fa7;--on:#fff}
        @media(prefers-color-scheme:dark){:root{--ink:#edebf7;--paper:#211f31;--back:#151421;--line:#49465f;--accent:#b4a9ff;--on:#17143a}}
        *{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
        main{width:100%;max-width:26rem;background:var(--paper);border:1px solid var(--line);border-radius:1rem;padding:1.75rem}
        h1{font-size:1.35rem;margin:0 0 .5rem}p{margin:0 0 1rem}label{display:block;margin:.6rem 0}
        input[type=text],select{display:block;width:100%;margin-top:.25rem;padding:.6rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
        option{color:#1c1b29}.brand{color:var(--accent);font-weight:700;margin-bottom:1rem}
        .buttons{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1.25rem}
        button{flex:1 1 auto;padding:.65rem 1rem;font:inherit;font-weight:600;border-radius:.5rem;border:1px solid var(--accent);background:transparent;color:var(--accent);cursor:pointer}
        button.main{background:var(--accent);color:var(--on)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        """;

    private static readonly (string Value, string Label)[] Endings =
    [
        ("works", "All goes well"),
        ("down", "Acme is down"),
        ("slow", "Acme is slow"),
        ("garbage", "Acme answers garbage"),
        ("refuse", "Acme refuses the code"),
        ("revoke", "The access is taken back at once"),
    ];

    private static readonly string[] Carried = ["client_id", "redirect_uri", "state", "scope", "nonce", "code_challenge"];

    public static IResult Show(IQueryCollection query)
    {
        StringBuilder body = new("<p class=\"brand\">Acme</p><h1>Share your data?</h1><p>The link service asks for access to your account at Acme.</p><form method=\"post\" action=\"/consent\">");
        foreach (string name in Carried)
        {
            body.Append("<input type=\"hidden\" name=\"").Append(name).Append("\" value=\"").Append(Encode(query[name])).Append("\">");
        }

        body.Append("<label>Your account<input type=\"text\" name=\"account\" value=\"anna\" autocomplete=\"off\"></label>");
        foreach (string scope in query["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(["openid", "profile"], StringComparer.Ordinal))
        {
            body.Append("<label><input type=\"checkbox\" name=\"granted\" checked value=\"").Append(Encode(scope)).Append("\"> ").Append(Encode(scope)).Append("</label>");
        }

        body.Append("<label>What happens then<select name=\"then\">");
        AppendOptions(body, Endings, "works");
        body.Append("</select></label><div class=\"buttons\"><button class=\"main\" name=\"decision\" value=\"allow\">Allow</button><button name=\"decision\" value=\"deny\">Deny</button><button name=\"decision\" value=\"fail\">Fail</button></div></form>");
        return Write("Acme", body);
    }

    public static IResult ShowSwitch(ProviderSwitch state)
    {
        StringBuilder body = new("<p class=\"brand\">Acme</p><h1>A provider that stands in</h1><p>How it is for everybody from now on:</p><form method=\"post\" action=\"/switch\"><label>Acme<select name=\"mode\">");
        AppendOptions(body, ProviderSwitch.Modes.Select(mode => (mode, mode)), state.Mode);
        body.Append("</select></label><div class=\"buttons\"><button class=\"main\">Set</button></div></form>");
        return Write("Acme", body);
    }

    private static void AppendOptions(StringBuilder body, IEnumerable<(string Value, string Label)> options, string selected)
    {
        foreach ((string value, string label) in options)
        {
            body.Append("<option value=\"").Append(value).Append(value == selected ? "\" selected>" : "\">").Append(label).Append("</option>");
        }
    }

    private static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    private static IResult Write(string title, StringBuilder body) => Results.Content(
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title><style>{Style}</style></head><body><main>{body}</main></body></html>",
        "text/html; charset=utf-8");
}
