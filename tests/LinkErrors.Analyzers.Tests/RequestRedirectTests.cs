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
    public async Task Redirect_OfAMinimalApi_ToWhereTheRequestSays_IsFound(string statement)
    {
        await Of(statement).CheckAsync(new RequestRedirectAnalyzer());
    }

    [Theory]
    // No link endpoint.
    [InlineData("app.MapGet(\"/\", (string to) => Results.Redirect(to));")]
    [InlineData("app.MapGet(\"/\", [LinkErrors, DisableLinkErrors] (string to) => Results.Redirect(to));")]
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
    public async Task Redirect_OfAController_IsFoundWhereNobodyLooked(string type, string action, string code)
    {
        await Controller(type, $"{action} {code}").CheckAsync(new RequestRedirectAnalyzer());
    }

    [Fact]
    public async Task Fix_OfAResult_RedirectsLocally()
    {
        string? mended = await Of("app.MapGet(\"/\", (string to) => Results.Redirect([|to|])).WithLinkErrors();").FixAsync(new RequestRedirectAnalyzer(), new RequestRedirectFix());

        mended.Should().Contain("Results.LocalRedirect(to)");
    }

    [Fact]
    public async Task Fix_OfAController_RedirectsLocally()
    {
        string? mended = await Controller("[LinkErrors]", "public IActionResult Get(string to) => RedirectPermanent([|to|]);").FixAsync(new RequestRedirectAnalyzer(), new RequestRedirectFix());

        mended.Should().Contain("=> LocalRedirectPermanent(to);");
    }

    [Fact]
    public async Task Fix_OfAResponse_IsNotOffered()
    {
        (await Controller("[LinkErrors]", "public void Get(string to) => Response.Redirect([|to|]);").FixAsync(new RequestRedirectAnalyzer(), new RequestRedirectFix())).Should().BeNull();
    }

    private static Subject Of(string statement) => new(
        $$"""
        public static class Subject
        {
            public static void Run(IEndpointRouteBuilder app)
            {
                {{statement}}
            }

            private static string Check(string to) => to;
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
