namespace LinkErrors.Analyzers.Tests;

/// <summary>LE0005: a link endpoint sends the browser nowhere that the request alone names.</summary>
public sealed class RequestRedirectTests
{
    [Theory]
    [InlineData("app.MapGet(\"/\", (HttpContext context) => context.Response.Redirect([|context.Request.Query[\"to\"]|]!)).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => Results.Redirect([|request.Query[\"to\"]|].ToString())).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => Results.Redirect([|request.Cookies[\"to\"]|] ?? \"/\")).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => TypedResults.Redirect([|request.Form[\"to\"]|].First()!)).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect([|to|])).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect($\"{[|to|]}?done=1\")).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect([|to|] + \"?done=1\")).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString([|to|], \"a\", \"b\"))).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string? to) => string.IsNullOrEmpty(to) ? Results.NotFound() : Results.Redirect([|to|])).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => { string? to = request.Query[\"to\"]; return to is null ? Results.NotFound() : Results.Redirect([|to|]); }).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", [LinkErrors] (string to) => Results.Redirect([|to|]));")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect([|to|])).WithName(\"a\").WithLinkErrors().WithDescription(\"b\");")]
    [InlineData("app.MapGroup(\"/a\").WithLinkErrors().MapGet(\"/\", (string to) => Results.Redirect([|to|]));")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/a\").WithLinkErrors(); group.MapGet(\"/\", (string to) => Results.Redirect([|to|]));")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/a\"); group.WithLinkErrors(); group.MapGet(\"/\", (string to) => Results.Redirect([|to|]));")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/a\"); group.MapGet(\"/\", (string to) => Results.Redirect([|to|])); group.WithMetadata(1).WithLinkErrors();")]
    [InlineData("RouteGroupBuilder outer = app.MapGroup(\"/a\"); outer.WithLinkErrors(); RouteGroupBuilder group = outer.MapGroup(\"/b\"); group.MapGet(\"/\", (string to) => Results.Redirect([|to|]));")]
    [InlineData("RouteHandlerBuilder endpoint = app.MapGet(\"/\", (string to) => Results.Redirect([|to|])); endpoint.WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => request.Query.TryGetValue(\"to\", out var to) ? Results.Redirect([|to|]!) : Results.NotFound()).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => request.Query.TryGetValue(\"to\", out var to) ? Results.Redirect([|to|].ToString()) : Results.NotFound()).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => request.Query.TryGetValue(\"to\", out var to) ? Results.Redirect([|to|][0]!) : Results.NotFound()).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => request.Cookies.TryGetValue(\"to\", out string? to) ? Results.Redirect([|to|]) : Results.NotFound()).WithLinkErrors();")]
    // The nearest of the marks decides.
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect([|to|])).DisableLinkErrors().WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", [DisableLinkErrors] (string to) => Results.Redirect([|to|])).WithLinkErrors();")]
    [InlineData("app.MapGroup(\"/a\").DisableLinkErrors().MapGet(\"/\", (string to) => Results.Redirect([|to|])).WithLinkErrors();")]
    [InlineData("app.MapGroup(\"/a\").DisableLinkErrors().MapGet(\"/\", [LinkErrors] (string to) => Results.Redirect([|to|]));")]
    [InlineData("app.MapGroup(\"/a\").DisableLinkErrors().MapGroup(\"/b\").WithLinkErrors().MapGet(\"/\", (string to) => Results.Redirect([|to|]));")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/a\").DisableLinkErrors(); group.WithLinkErrors(); group.MapGet(\"/\", (string to) => Results.Redirect([|to|]));")]
    public async Task Redirect_OfAMinimalApi_ToWhereTheRequestSays_IsFound(string statement)
    {
        await Of(statement).CheckAsync(new RequestRedirectAnalyzer());
    }

    [Theory]
    // No link endpoint.
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("app.MapGet(\"/\", [LinkErrors, DisableLinkErrors] (string to) => Results.Redirect(to));")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(to)).WithLinkErrors().DisableLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(to)).WithLinkErrors().WithName(\"a\").DisableLinkErrors();")]
    [InlineData("app.MapGet(\"/\", [LinkErrors] (string to) => Results.Redirect(to)).DisableLinkErrors();")]
    [InlineData("app.MapGroup(\"/a\").WithLinkErrors().MapGet(\"/\", (string to) => Results.Redirect(to)).DisableLinkErrors();")]
    [InlineData("app.MapGroup(\"/a\").WithLinkErrors().MapGet(\"/\", [DisableLinkErrors] (string to) => Results.Redirect(to));")]
    [InlineData("app.MapGroup(\"/a\").WithLinkErrors().MapGroup(\"/b\").DisableLinkErrors().MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/a\").WithLinkErrors(); group.DisableLinkErrors(); group.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/a\"); group.DisableLinkErrors().WithLinkErrors(); if (app is null) { group.DisableLinkErrors(); } group.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/a\"); group.MapGet(\"/b\", () => 1).WithLinkErrors(); group.MapGroup(\"/c\").WithLinkErrors(); group.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/a\"); group = app.MapGroup(\"/b\"); group.WithLinkErrors(); group.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("RouteHandlerBuilder endpoint = app.MapGet(\"/\", (string to) => Results.Redirect(to)).WithLinkErrors(); endpoint.DisableLinkErrors();")]
    // Somewhere that the application names.
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(\"/done\")).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect($\"/done?to={to}\")).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(\"/done?to=\" + to)).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.LocalRedirect(to)).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpContext context) => Results.Redirect(context.GetLinkFlow()!.Target!.Uri)).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", ([FromServices] string to) => Results.Redirect(to)).WithLinkErrors();")]
    // Somebody has looked at it.
    [InlineData("app.MapGet(\"/\", (string to) => to.StartsWith('/') ? Results.Redirect(to) : Results.NotFound()).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => { Check(to); return Results.Redirect(to); }).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => to == \"/a\" ? Results.Redirect(to) : Results.NotFound()).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => { string to = request.Query[\"to\"]!; to = \"/\"; return Results.Redirect(to); }).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(Check(to))).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", ([System.ComponentModel.DataAnnotations.RegularExpression(\"/.*\")] string to) => Results.Redirect(to)).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (HttpRequest request) => request.Query.TryGetValue(\"to\", out var to) && Check(to!) == \"/\" ? Results.Redirect(to!) : Results.NotFound()).WithLinkErrors();")]
    [InlineData("app.MapGet(\"/\", (Dictionary<string, string> known) => known.TryGetValue(\"to\", out string? to) ? Results.Redirect(to) : Results.NotFound()).WithLinkErrors();")]
    public async Task Redirect_OfAMinimalApi_ToAKnownPlace_IsLeftAlone(string statement)
    {
        await Of(statement).CheckAsync(new RequestRedirectAnalyzer());
    }

    [Theory]
    [InlineData("[LinkErrors]", "", "public IActionResult Get(string to) => Redirect([|to|]);")]
    [InlineData("", "[LinkErrors]", "public IActionResult Get(string to) => RedirectPermanent([|to|]);")]
    [InlineData("[LinkErrors]", "", "public void Get(string to) => Response.Redirect([|Request.Query[\"to\"]|]!);")]
    [InlineData("[LinkErrors]", "[DisableLinkErrors]", "public IActionResult Get(string to) => Redirect(to);")]
    [InlineData("", "", "public IActionResult Get(string to) => Redirect(to);")]
    [InlineData("[LinkErrors]", "", "public IActionResult Get(string to) => Url.IsLocalUrl(to) ? Redirect(to) : NotFound();")]
    [InlineData("[LinkErrors]", "", "public IActionResult Get(string to) => Go(to); private IActionResult Go(string to) => Redirect(to);")]
    [InlineData("[LinkErrors]", "", "public IActionResult Get() => RedirectToAction(nameof(Get));")]
    [InlineData("[DisableLinkErrors]", "[LinkErrors]", "public IActionResult Get(string to) => Redirect([|to|]);")]
    [InlineData("[DisableLinkErrors]", "", "public IActionResult Get(string to) => Redirect(to);")]
    [InlineData("[LinkErrors]", "[BindProperty(SupportsGet = true)]", "public string To { get; set; } = \"\"; public IActionResult Get() => Redirect([|To|]);")]
    [InlineData("[LinkErrors]", "", "[FromQuery] public string To { get; set; } = \"\"; public IActionResult Get() => Redirect([|To|]);")]
    public async Task Redirect_OfAController_IsFoundWhereNobodyLooked(string type, string action, string code)
    {
        await Controller(type, $"{action} {code}").CheckAsync(new RequestRedirectAnalyzer());
    }

    [Theory]
    [InlineData("public IActionResult OnGet() => Redirect([|ReturnUrl|]);")]
    [InlineData("public IActionResult OnGet() => Redirect([|this.ReturnUrl|]);")]
    [InlineData("public IActionResult OnGet() => string.IsNullOrEmpty(ReturnUrl) ? Page() : Redirect([|ReturnUrl|]);")]
    [InlineData("public IActionResult OnGet() => Redirect([|ReturnUrl|]); public IActionResult OnPost() => RedirectPermanent([|ReturnUrl|]);")]
    [InlineData("public IActionResult OnGet() => Url.IsLocalUrl(ReturnUrl) ? Redirect(ReturnUrl) : Page();")]
    [InlineData("public IActionResult OnGet() => Redirect(Other);")]
    [InlineData("public IActionResult OnGet() => Redirect(Checked);")]
    [InlineData("public IActionResult OnGet() => Redirect(ReturnUrl); private void Check() => ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : \"/\";")]
    [InlineData("private IActionResult Go() => Redirect(ReturnUrl);")]
    public async Task Redirect_OfAPage_ToABoundProperty_IsFoundWhereNobodyLooked(string code)
    {
        await Page(code).CheckAsync(new RequestRedirectAnalyzer());
    }

    [Theory]
    [InlineData("RouteGroupBuilder g = g.MapGroup(\"/a\"); g.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("RouteGroupBuilder a = b.MapGroup(\"/a\"), b = a.MapGroup(\"/b\"); a.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("RouteHandlerBuilder e = e.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("app.MapGet(\"/\", () => { string a = b, b = a; return Results.Redirect(a); }).WithLinkErrors();")]
    public async Task Locals_ThatNameEachOther_HaveNoMark(string statement)
    {
        await Of(statement, isBroken: true).CheckAsync(new RequestRedirectAnalyzer());
    }

    [Theory]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect([|to|])).WithLinkErrors();", "Results.LocalRedirect(to)")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(url: [|to|])).WithLinkErrors();", "Results.LocalRedirect(localUrl: to)")]
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(permanent: true, url: [|to|])).WithLinkErrors();", "Results.LocalRedirect(permanent: true, localUrl: to)")]
    [InlineData("app.MapGet(\"/\", (string to) => TypedResults.Redirect(url: /* there */ [|to|])).WithLinkErrors();", "TypedResults.LocalRedirect(localUrl: /* there */ to)")]
    public async Task Fix_OfAResult_RedirectsLocally(string statement, string mended)
    {
        (await Of(statement).FixAsync(new RequestRedirectAnalyzer(), new RequestRedirectFix())).Should().Contain(mended);
    }

    [Theory]
    [InlineData("public IActionResult Get(string to) => RedirectPermanent([|to|]);", "=> LocalRedirectPermanent(to);")]
    [InlineData("public IActionResult Get(string to) => RedirectPreserveMethod(url: [|to|]);", "=> LocalRedirectPreserveMethod(localUrl: to);")]
    [InlineData("public ActionResult<int> Get(string to) => Redirect([|to|]);", "=> LocalRedirect(to);")]
    [InlineData("public async Task<IActionResult> Get(string to) { await Task.Yield(); return this.Redirect([|to|]); }", "return this.LocalRedirect(to);")]
    public async Task Fix_OfAController_RedirectsLocally(string code, string mended)
    {
        (await Controller("[LinkErrors]", code).FixAsync(new RequestRedirectAnalyzer(), new RequestRedirectFix())).Should().Contain(mended);
    }

    // A LocalRedirectResult is no RedirectResult.
    [Theory]
    [InlineData("public RedirectResult Get(string to) => Redirect([|to|]);")]
    [InlineData("public RedirectResult Get(string to) { RedirectResult result = Redirect([|to|]); return result; }")]
    [InlineData("public async Task<RedirectResult> Get(string to) { await Task.Yield(); return Redirect([|to|]); }")]
    [InlineData("public IActionResult Get(string to) => (RedirectResult)Redirect([|to|]);")]
    [InlineData("public string? Get(string to) => Redirect([|to|]).Url;")]
    public async Task Fix_WhereARedirectResultIsNeeded_IsNotOffered(string code)
    {
        (await Controller("[LinkErrors]", code).FixAsync(new RequestRedirectAnalyzer(), new RequestRedirectFix())).Should().BeNull();
    }

    [Fact]
    public async Task Fix_OfAResponse_IsNotOffered()
    {
        (await Controller("[LinkErrors]", "public void Get(string to) => Response.Redirect([|to|]);").FixAsync(new RequestRedirectAnalyzer(), new RequestRedirectFix())).Should().BeNull();
    }

    private static Subject Of(string statement, bool isBroken = false) => new(
        $$"""
        public static class Subject
        {
            public static void Run(IEndpointRouteBuilder app)
            {
                {{statement}}
            }

            private static string Check(string to) => to;
        }
        """,
        isBroken: isBroken);

    private static Subject Page(string members) => new(
        $$"""
        [LinkErrors] public sealed class LinkModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
        {
            [BindProperty(SupportsGet = true)] public string ReturnUrl { get; set; } = "";
            [BindProperty(SupportsGet = true), System.ComponentModel.DataAnnotations.RegularExpression("/.*")] public string Checked { get; set; } = "";
            public string Other { get; set; } = "";
            {{members}}
        }
        """);

    private static Subject Controller(string attribute, string members) => new(
        $$"""
        {{attribute}} public sealed class LinkController : ControllerBase
        {
            {{members}}
        }
        """);
}
