using System.Text.Encodings.Web;
using LinkErrors;

namespace FrontEnd;

/// <summary>The pages of this application.</summary>
internal static class FrontEndPages
{
    public const string ContentType = "text/html; charset=utf-8";

    private const string Style = """
        :root{color-scheme:light dark;--ink:#14221c;--soft:#54665d;--paper:#fff;--back:#eef4f0;--line:#c8d6ce;--accent:#0b6e4f;--on:#fff;--bad:#a3322a}
        @media(prefers-color-scheme:dark){:root{--ink:#e6f2ec;--soft:#a3b8ad;--paper:#17231d;--back:#0e1612;--line:#33473d;--accent:#5fd3a6;--on:#06291c;--bad:#ff9b91}}
        *{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
        main{max-width:56rem;margin:0 auto;padding:2rem 1rem 4rem}h1{font-size:clamp(1.6rem,4vw,2.2rem);line-height:1.2;margin:.3rem 0 .6rem}h2{font-size:1.1rem;margin:0 0 .5rem}
        p{margin:0 0 1rem}.soft{color:var(--soft)}.cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));margin-top:1.5rem}
        .card{background:var(--paper);border:1px solid var(--line);border-radius:1rem;padding:1.25rem}
        label{display:block;margin:.6rem 0;font-size:.95rem}dd:empty,dt:has(+dd:empty){display:none}input,select{display:block;width:100%;margin-top:.2rem;padding:.55rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
        option{color:#14221c}button,.button{display:inline-block;margin-top:.6rem;padding:.6rem 1.1rem;font:inherit;font-weight:600;text-decoration:none;border:0;border-radius:.5rem;background:var(--accent);color:var(--on);cursor:pointer}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}.result{max-width:34rem;margin:8vh auto 0;border-top:.4rem solid var(--accent)}.result.error{border-top-color:var(--bad)}
        dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem;margin:1.25rem 0 0;font-size:.9rem}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;font-family:ui-monospace,monospace}a{color:var(--accent)}
        """;

    private const string Options = """
        <label>The answer comes back in<select name="mode"><option value="">the query</option><option value="fragment">the fragment</option><option value="form_post">a form</option><option value="web_message">a message of a window</option></select></label>
        <label>The link token is<select name="token"><option value="">fresh</option><option value="expired">expired</option><option value="garbage">garbage</option></select></label>
        """;

    /// <summary>Hands the fragment to the server, which reads it as it reads a query.</summary>
    public static string Carrier { get; } = Frame("Coming back", """
        <form method="post" action="/callback" id="carrier"><input type="hidden" name="fragment"><noscript>Switch scripts on to go on.</noscript></form>
        <script>const f=document.getElementById('carrier');f.fragment.value=location.hash||'#empty=1';f.submit()</script>
        """);

    /// <summary>Opens a window where that is chosen, and hands its message to the server as a form. What comes from elsewhere is none.</summary>
    private const string Window = """
        <form method="post" action="/callback" id="message"><input type="hidden" name="web_message"></form>
        <script>
        const link = document.getElementById('link'), message = document.getElementById('message'), service = document.currentScript.dataset;
        let opened;
        link.addEventListener('submit', () => {
          const own = link.mode.value === 'web_message';
          link.target = own ? 'link' : '';
          opened = own ? window.open('', 'link', 'popup,width=480,height=720') : null;
        });
        addEventListener('message', event => {
          if (event.origin !== service.origin || event.source !== opened) return;
          message.web_message.value = new URLSearchParams(event.data.response ?? event.data);
          message.submit();
        });
        </script>
        """;

    public static string Start(string service) => Frame("Link an account", $"""
        <p class="soft">Front end · an application of its own, on an origin of its own</p>
        <h1>Link your account at Acme</h1>
        <p>Each way leads through LinkService. Whatever goes wrong there comes back here, in the one dialect that it is set to, and is read by LinkErrors.Client.</p>
        <div class="cards">
        <form class="card" action="/start" id="link"><h2>In the browser</h2>
        <label>Way<select name="way"><option value="oauth/acme">Acme, by OAuth</option><option value="oauth/acme-id">Acme ID, by OpenID Connect</option><option value="choose">Let me choose there</option></select></label>
        {Options}<button>Link</button></form>
        <form class="card" method="post" action="/password"><h2>By password</h2><p class="soft">The password is “secret”. The accounts “expired” and “mfa” (code 123456) are special.</p>
        <label>Name<input name="username" value="anna" autocomplete="off"></label><label>Password<input name="password" type="password" autocomplete="off"></label><label>Code, if you have one<input name="code" autocomplete="off"></label><button>Link</button></form>
        <form class="card" method="post" action="/email"><h2>By e-mail</h2><p class="soft">Acme serves “eu” and “us”.</p>
        <label>E-mail<input name="email" value="anna@example.com" autocomplete="off"></label><label>Region<input name="region" value="eu" autocomplete="off"></label><button>Link</button></form>
        </div>
        {Window.Replace("<script>", $"<script data-origin=\"{Encode(service)}\">", StringComparison.Ordinal)}
        """);

    public static IResult ShowSuccess(string connection, string token, string way) => Results.Content(
        Frame("Linked", $"""
            <section class="card result" data-outcome="success"><h1>Your account is linked</h1><p>You can use it now.</p>
            <a class="button" href="/">Back</a> <a class="button" id="again" href="/start?way=oauth/acme&amp;token={Encode(token)}">Use the same link again</a>
            <dl><dt>Connection</dt><dd>{Encode(connection)}</dd><dt>Came in</dt><dd id="way">{way}</dd></dl></section>
            """),
        ContentType);

    public static IResult ShowError(LinkError error, string way)
    {
        (string title, string text) = FrontEndWords.Find(error);
        return Results.Content(
            Frame(title, $"""
                <section class="card result error" data-outcome="error"><h1>{Encode(title)}</h1><p id="words">{Encode(text)}</p><a class="button" href="/">Start again</a>
                <dl><dt>Code</dt><dd id="code">{Encode(error.Code)}</dd><dt>Was called</dt><dd id="wire">{Encode(error.Origin?.WireCode)}</dd><dt>Dialect</dt><dd id="dialect">{Encode(error.Origin?.Dialect)}</dd>
                <dt>Text</dt><dd id="text">{Encode(error.Message)}</dd><dt>Came in</dt><dd id="way">{way}</dd></dl></section>
                """),
            ContentType);
    }

    private static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    private static string Frame(string title, string body) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Encode(title)}</title><style>{Style}</style></head><body><main>{body}</main></body></html>";
}
