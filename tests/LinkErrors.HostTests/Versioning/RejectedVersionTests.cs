using Asp.Versioning;
using Asp.Versioning.Builder;
using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Versioning;

/// <summary>
/// Asp.Versioning rejects a request in routing, by an endpoint of its own. On the path of a link endpoint that is an error of the
/// link, as 405 and 415 are.
/// </summary>
public sealed class RejectedVersionTests
{
    public static TheoryData<bool, bool, string, string, string> Rejections()
    {
        TheoryData<bool, bool, string, string, string> rows = [];
        foreach (bool isController in new[] { false, true })
        {
            foreach (bool hasProblems in new[] { false, true })
            {
                string Host(string code) => hasProblems ? $"400 JSON `{code}`" : "400 empty";
                string Ours(string code) => hasProblems ? Host(code) + " no-store" : "400 JSON `invalid_request` no-store";
                rows.Add(isController, hasProblems, "/links?api-version=1.0", "200 ok", "200 ok");
                rows.Add(isController, hasProblems, "/links", Host("ApiVersionUnspecified"), Ours("ApiVersionUnspecified"));
                rows.Add(isController, hasProblems, "/links?api-version=9.0", Host("UnsupportedApiVersion"), Ours("UnsupportedApiVersion"));
                rows.Add(isController, hasProblems, "/links?api-version=nonsense", Host("InvalidApiVersion"), Ours("InvalidApiVersion"));
                rows.Add(isController, hasProblems, "/links?api-version=1.0&api-version=2.0", Host("AmbiguousApiVersion"), Ours("AmbiguousApiVersion"));
                rows.Add(isController, hasProblems, "/v1/links", "200 ok", "200 ok");
                rows.Add(isController, hasProblems, "/v9/links", "404 empty", "404 empty");
                rows.Add(isController, hasProblems, "/ordinary?api-version=9.0", Host("UnsupportedApiVersion"), Host("UnsupportedApiVersion"));
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rejections))]
    public async Task Version_ThatIsRejected_IsAnsweredOnLinkEndpoints(bool isController, bool hasProblems, string path, string without, string with)
    {
        await using TestApp plain = await StartAsync(isController, hasProblems, withLibrary: false);
        await using TestApp marked = await StartAsync(isController, hasProblems, withLibrary: true);

        (await GetAsync(plain, path)).Words.Should().Be(without);
        HostAnswer answer = await GetAsync(marked, path);
        $"{answer.Words} {answer.CacheControl}".TrimEnd().Should().Be(with, "what the host says of the rejection stays, in an answer of ours");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Version_ThatIsRejectedInABrowser_LeadsToTheClient(bool hasProblems)
    {
        await using TestApp app = await StartAsync(isController: false, hasProblems, withLibrary: true);

        HostAnswer answer = await GetAsync(app, $"/page{HostFlow.Query}&api-version=9.0", "text/html");

        (answer.Words, answer.State).Should().Be(("302 client `invalid_request`", HostFlow.State));
    }

    /// <summary>A handler that answers by the service of the host is asked once, not for its own answer again.</summary>
    [Theory]
    [InlineData("/links?api-version=9.0", 400)]
    [InlineData("/links?api-version=1.0", 405)]
    public async Task Handler_ThatWritesProblemDetailsForARejection_IsAskedOnce(string path, int status)
    {
        int asked = 0;
        await using TestApp app = await StartAsync(isController: false, hasProblems: true, withLibrary: true, new LinkErrorsEvents
        {
            OnResponding = async responding =>
            {
                asked++;
                responding.HandleResponse();
                await responding.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
                {
                    HttpContext = responding.HttpContext,
                    ProblemDetails = { Title = "the handler's own" },
                });
            },
        });

        using HttpResponseMessage response = status == 405 ? await app.Client.DeleteAsync(new Uri(path, UriKind.Relative)) : await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        (asked, (int)response.StatusCode).Should().Be((1, status));
        (await response.Content.ReadAsStringAsync()).Should().Contain("the handler's own");
    }

    private static Task<TestApp> StartAsync(bool isController, bool hasProblems, bool withLibrary, LinkErrorsEvents? events = null) => TestApp.StartAsync(
        app =>
        {
            if (withLibrary)
            {
                app.UseLinkErrors();
            }

            ApiVersionSet versions = app.NewApiVersionSet().HasApiVersion(new ApiVersion(1, 0)).Build();
            app.MapGet("/ordinary", () => "ok").WithApiVersionSet(versions);
            if (isController)
            {
                app.MapControllers();
                return;
            }

            RouteGroupBuilder links = app.MapGroup("").WithApiVersionSet(versions);
            if (withLibrary)
            {
                links.WithLinkErrors(LinkEndpointKind.Api);
            }

            links.MapGet("/links", () => "ok");
            links.MapPost("/links", (LinkBody body) => body.Name);
            links.MapGet("/page", () => "ok").WithLinkErrors(LinkEndpointKind.Interactive);
            links.MapGet("/v{version:apiVersion}/links", () => "ok");
        },
        HostFlow.Settings,
        builder =>
        {
            builder.Services.AddApiVersioning(options => options.ApiVersionReader = ApiVersionReader.Combine(new QueryStringApiVersionReader(), new UrlSegmentApiVersionReader()))
                .AddMvc();
            builder.Services.AddControllers().ConfigureApplicationPartManager(ControllerParts.Only<VersionedLinksController>);
            if (withLibrary)
            {
                builder.Services.AddLinkErrors(options => options.Events = events ?? options.Events).AddMvcErrors();
            }

            if (hasProblems)
            {
                builder.Services.AddProblemDetails();
            }
        });

    private static async Task<HostAnswer> GetAsync(TestApp app, string path, string accept = "application/json")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using HttpResponseMessage response = await app.Client.SendAsync(request);
        return await HostAnswer.ReadAsync(response);
    }
}
