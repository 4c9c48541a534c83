using LinkErrors.Exceptions;
using LinkErrors.Tests.Authentication;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Pipeline;

/// <summary>Every entry point ends in the same responder: one table through all of them, and the same bytes come out.</summary>
public sealed class EntryPointTests
{
    private static readonly string[] Methods = ["GET", "POST"];

    private static readonly string[] EntryPoints =
        ["mvc-throw", "mvc-return", "mvc-result", "endpoint-filter", "endpoint-nested", "endpoint-result"];

    public static TheoryData<string> Dialects => ["junction", "orcidlink", "zapier", "centralauth", "loop", "oauth", "problem-details"];

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Answer_ByAnyEntryPoint_IsTheSameToTheByte(string dialect)
    {
        await using TestApp app = await StartAsync(app =>
        {
            app.UseLinkErrors();
            Map(app);
        });
        await using TestApp filtersOnly = await StartAsync(Map, exceptionFilter: true);

        // A status that is returned stays at a token endpoint, and one of a definition does not (docs/dialects.md): with a token both stay.
        string? authorization = dialect == "oauth" ? "Bearer x" : null;
        foreach (string row in EntryPointRow.All.Keys)
        {
            foreach (string kind in new[] { "Api", "Interactive" })
            {
                string query = $"/{Uri.EscapeDataString(row)}{LabSettings.Flow}&kind={kind}&dialect={dialect}";
                string expected = await DumpAsync(app, "/throw" + query, HttpMethod.Get, authorization);
                expected.Should().Contain("Cache-Control: no-store", row).And.NotContain("Secret");
                (await DumpAsync(app, $"/signin-row{LabSettings.Flow}&row={Uri.EscapeDataString(row)}&kind={kind}&dialect={dialect}", HttpMethod.Get, authorization))
                    .Should().Be(expected, "{0} via a remote login", row);
                foreach (string via in EntryPoints)
                {
                    (await DumpAsync(app, $"/{via}{query}", HttpMethod.Get, authorization)).Should().Be(expected, "{0} via {1}", row, via);
                    (await DumpAsync(filtersOnly, $"/{via}{query}", HttpMethod.Get, authorization)).Should().Be(expected, "{0} via {1} without middleware", row, via);
                }
            }
        }
    }

    /// <summary>Only code is refused so: where a browser navigates, the challenge of the scheme leads to a login page.</summary>
    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Refusal_OfAuthorization_IsTheSameToTheByte(string dialect)
    {
        await using TestApp app = await StartAsync(app =>
        {
            app.UseLinkErrors();
            Map(app);
            RouteGroupBuilder api = app.MapGroup("/").WithLinkErrors(LinkEndpointKind.Api, dialect);
            api.MapGet("/challenge", () => "ok").RequireAuthorization();
            api.MapGet("/forbid", () => "ok").RequireAuthorization(policy => policy.AddAuthenticationSchemes("token").RequireRole("admin"));
            api.MapGet("/scope", () => "ok").RequireAuthorization(policy => policy.AddAuthenticationSchemes("token").RequireClaim("scope", "links"));
            api.MapGet("/throw-scope", string () => throw new InsufficientScopeException { Scopes = ["links"] });
        });

        await ShouldBeEqualAsync(app, "/challenge" + LabSettings.Flow, $"/throw/unauthorized{LabSettings.Flow}&kind=Api&dialect={dialect}", authorization: null);
        await ShouldBeEqualAsync(app, "/challenge" + LabSettings.Flow, $"/throw/unauthorized{LabSettings.Flow}&kind=Api&dialect={dialect}", "Bearer bad");
        await ShouldBeEqualAsync(app, "/forbid" + LabSettings.Flow, $"/throw/forbidden{LabSettings.Flow}&kind=Api&dialect={dialect}", "Bearer x");
        await ShouldBeEqualAsync(app, "/scope" + LabSettings.Flow, "/throw-scope" + LabSettings.Flow, "Bearer x");
    }

    private static async Task ShouldBeEqualAsync(TestApp app, string refused, string thrown, string? authorization)
    {
        string expected = await DumpAsync(app, thrown, HttpMethod.Get, authorization);
        expected.Should().Contain("Cache-Control: no-store");
        (await DumpAsync(app, refused, HttpMethod.Get, authorization)).Should().Be(expected);
    }

    private static void Map(WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/").WithLinkErrors();
        group.MapMethods("/throw/{row}", Methods, IResult (HttpContext context, string row) => throw Find(context, row).Error.ToException());
        group.MapMethods("/endpoint-filter/{row}", Methods, (HttpContext context, string row) => Find(context, row).Result());
        group.MapMethods("/endpoint-nested/{row}", Methods, async (HttpContext context, string row) =>
        {
            await Task.Yield();
            return Find(context, row).Result();
        }).WithLinkErrors();
        group.MapMethods("/endpoint-result/{row}", Methods, (HttpContext context, string row) => TypedResults.LinkError(Find(context, row).Error));
        app.MapControllers();
    }

    private static EntryPointRow Find(HttpContext context, string row)
    {
        context.SetLinkErrors(Enum.Parse<LinkEndpointKind>(context.Request.Query["kind"]!), context.Request.Query["dialect"]);
        return EntryPointRow.All[row];
    }

    private static Task<TestApp> StartAsync(Action<WebApplication> map, bool exceptionFilter = false) => TestApp.StartAsync(
        map,
        LabSettings.WithClient(),
        builder =>
        {
            builder.Services.AddLinkErrors().AddMvcErrors().AddRemoteLoginErrors().AddAuthorizationErrors();
            builder.Services.AddAuthentication("token")
                .AddScheme<AuthenticationSchemeOptions, TokenHandler>("token", configureOptions: null)
                .AddRemoteScheme<StubOptions, RowHandler>("row", "Row", options =>
                {
                    options.CallbackPath = "/signin-row";
                    options.SignInScheme = "token";
                });
            builder.Services.AddAuthorization();
            builder.Services.AddControllers().AddApplicationPart(typeof(EntryPointTests).Assembly);
            if (exceptionFilter)
            {
                builder.Services.AddLinkErrors().AddMvcErrors(handleExceptions: true);
            }
        });

    private static async Task<string> DumpAsync(TestApp app, string path, HttpMethod method, string? authorization = null)
    {
        (string, string)[] headers = authorization is null ? [("Accept", "application/json")] : [("Accept", "application/json"), ("Authorization", authorization)];
        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, method, content: null, headers);
        IEnumerable<string> lines = answer.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}");
        return $"{answer.Status}\n{string.Join('\n', lines)}\n\n{answer.Body}";
    }
}
