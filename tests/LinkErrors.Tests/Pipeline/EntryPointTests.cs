using LinkErrors.Endpoints;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Pipeline;

/// <summary>Every entry point ends in the same responder: one table through all of them, and the same bytes come out.</summary>
public sealed class EntryPointTests
{
    private static readonly string[] Methods = ["GET", "POST"];

    private static readonly string[] WithMiddleware = ["mvc-throw", "mvc-return", "mvc-result", "endpoint-filter", "endpoint-nested", "endpoint-result"];

    private static readonly string[] WithoutMiddleware = ["mvc-throw", "mvc-return", "mvc-result", "endpoint-filter", "endpoint-nested", "endpoint-result"];

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

        foreach (string row in EntryPointRow.All.Keys)
        {
            foreach (string kind in new[] { "Api", "Interactive" })
            {
                string query = $"/{Uri.EscapeDataString(row)}{Settings.Flow}&kind={kind}&dialect={dialect}";
                string expected = await DumpAsync(app, "/throw" + query, HttpMethod.Get);
                expected.Should().Contain("Cache-Control: no-store", row).And.NotContain("Secret");
                foreach (string via in WithMiddleware)
                {
                    (await DumpAsync(app, $"/{via}{query}", HttpMethod.Get)).Should().Be(expected, "{0} via {1}", row, via);
                }

                foreach (string via in WithoutMiddleware)
                {
                    (await DumpAsync(filtersOnly, $"/{via}{query}", HttpMethod.Get)).Should().Be(expected, "{0} via {1} without middleware", row, via);
                }
            }
        }
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
        group.MapMethods("/endpoint-result/{row}", Methods, (HttpContext context, string row) => LinkResults.Error(Find(context, row).Error));
        app.MapControllers();
    }

    private static EntryPointRow Find(HttpContext context, string row)
    {
        context.SetLinkErrors(Enum.Parse<LinkEndpointKind>(context.Request.Query["kind"]!), context.Request.Query["dialect"]);
        return EntryPointRow.All[row];
    }

    private static Task<TestApp> StartAsync(Action<WebApplication> map, bool exceptionFilter = false) => TestApp.StartAsync(
        map,
        Settings.WithClient(),
        builder =>
        {
            builder.Services.AddLinkErrors().AddMvcFilters();
            builder.Services.AddControllers().AddApplicationPart(typeof(EntryPointTests).Assembly);
            if (exceptionFilter)
            {
                builder.Services.AddLinkErrors().AddMvcExceptionFilter();
            }
        });

    private static async Task<string> DumpAsync(TestApp app, string path, HttpMethod method)
    {
        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, method, content: null, ("Accept", "application/json"));
        IEnumerable<string> headers = answer.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}");
        return $"{answer.Status}\n{string.Join('\n', headers)}\n\n{answer.Body}";
    }
}
