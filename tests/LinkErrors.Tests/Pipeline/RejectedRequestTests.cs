using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Pipeline;

/// <summary>
/// A wrong method or media type is a link error where the route that would have served the path is a link endpoint, and
/// nowhere else. Routing decides which route that is: by constraints, hosts, required values and the path base.
/// </summary>
public sealed class RejectedRequestTests
{
    /// <summary>The first of two routes that look alike is a link endpoint, the second is not.</summary>
    [Theory]
    [InlineData("DELETE", "/item/17", true)]
    [InlineData("DELETE", "/item/seventeen", false)]
    [InlineData("DELETE", "/item/part-17", true)]
    [InlineData("DELETE", "/even/4", true)]
    [InlineData("DELETE", "/even/5", false)]
    public async Task Method_ThatIsNotAllowed_IsOfTheRouteWhoseConstraintsHold(string method, string path, bool isOurs)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/item/{number:int}", () => "ok").WithLinkErrors(LinkEndpointKind.Api);
                app.MapGet("/item/part-{number:int}", () => "ok").WithLinkErrors(LinkEndpointKind.Api);
                app.MapGet("/item/{name:alpha}", () => "ok");
                app.MapGet("/even/{number:even}", () => "ok").WithLinkErrors(LinkEndpointKind.Api);
                app.MapGet("/even/{**rest}", () => "ok");
            },
            services: builder => builder.Services.Configure<RouteOptions>(options => options.ConstraintMap["even"] = typeof(EvenConstraint)));

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Parse(method));

        Expect(answer, 405, isOurs);
    }

    /// <summary>No route serves the path, so there is no link endpoint that could have been meant; routing says 405 all the same.</summary>
    [Fact]
    public async Task Method_WithoutARouteWhoseConstraintsHold_StaysAsItIs()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/item/{number:int}", () => "ok").WithLinkErrors(LinkEndpointKind.Api);
        });

        Expect(await LabAnswer.AskAsync(app.Client, "/item/seventeen", HttpMethod.Delete), 405, isOurs: false);
    }

    [Theory]
    [InlineData("link.example", true)]
    [InlineData("a.tenants.example", true)]
    [InlineData("other.example", false)]
    public async Task Method_ThatIsNotAllowed_IsOfTheRouteOfItsHost(string host, bool isOurs)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/path", () => "ok").RequireHost("link.example", "*.tenants.example").WithLinkErrors(LinkEndpointKind.Api);
            app.MapGet("/path", () => "ok").RequireHost("other.example");
        });

        Expect(await LabAnswer.AskAsync(app.Client, "/path", HttpMethod.Delete, content: null, ("Host", host)), 405, isOurs);
    }

    [Theory]
    [InlineData("/Conventional/Marked", true)]
    [InlineData("/conventional/marked/17", true)]
    [InlineData("/Conventional/Plain", false)]
    public async Task Method_OfAConventionalRoute_IsOfTheActionThatItNames(string path, bool isOurs)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
            },
            services: builder => builder.Services.AddControllers().AddApplicationPart(typeof(RejectedRequestTests).Assembly));

        Expect(await LabAnswer.AskAsync(app.Client, path, HttpMethod.Delete), 405, isOurs);
    }

    [Theory]
    [InlineData("base routing link")]
    [InlineData("base link routing")]
    [InlineData("link base routing")]
    public async Task Rejection_BehindAPathBase_IsALinkError(string order)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            foreach (string step in order.Split(' '))
            {
                _ = step switch
                {
                    "base" => app.UsePathBase("/base"),
                    "routing" => app.UseRouting(),
                    _ => app.UseLinkErrors(),
                };
            }

            app.MapPost("/path", ([FromBody] string[] items) => items.Length).WithLinkErrors(LinkEndpointKind.Api);
        });

        Expect(await LabAnswer.AskAsync(app.Client, "/base/path", HttpMethod.Delete), 405, isOurs: true);
        using StringContent text = new("a");
        Expect(await LabAnswer.AskAsync(app.Client, "/base/path", HttpMethod.Post, text), 415, isOurs: true);
    }

    /// <summary>A media type of a route beside it must not be mistaken for one of the link endpoint.</summary>
    [Theory]
    [InlineData("/mixed/link", true)]
    [InlineData("/mixed/other", false)]
    public async Task MediaType_ThatIsNotSupported_IsOfTheMostSpecificRoute(string path, bool isOurs)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapPost("/mixed/link", ([FromBody] string[] items) => items.Length).WithLinkErrors(LinkEndpointKind.Api);
            app.MapPost("/mixed/{any}", ([FromBody] string[] items) => items.Length);
        });
        using StringContent text = new("a");

        Expect(await LabAnswer.AskAsync(app.Client, path, HttpMethod.Post, text), 415, isOurs);
    }

    [Fact]
    public async Task Request_ThatIsNotRejected_ReachesItsEndpoint()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapPost("/path", ([FromBody] string[] items) => items.Length).WithLinkErrors(LinkEndpointKind.Api);
            app.MapGet("/path", () => "got").WithLinkErrors(LinkEndpointKind.Api);
        });
        using StringContent json = new("[]", System.Text.Encoding.UTF8, "application/json");

        (await LabAnswer.AskAsync(app.Client, "/path", HttpMethod.Post, json)).Body.Should().Be("0");
        (await LabAnswer.AskAsync(app.Client, "/path", HttpMethod.Get)).Body.Should().Be("got");
    }

    /// <summary>What throws in front of the endpoint of a rejected request throws on the path of a link endpoint.</summary>
    [Fact]
    public async Task Exception_OnARejectedRequest_IsALinkErrorOfItsRoute()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.UseRouting();
            app.Use((HttpContext _, RequestDelegate _) => throw new LinkTokenExpiredException());
            app.MapGet("/path", () => "ok").WithLinkErrors(LinkEndpointKind.Api, "orcidlink");
        });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/path", HttpMethod.Delete);

        answer.Body.Should().StartWith("{\"code\":");
    }

    /// <summary>
    /// Whoever sends wrong methods must not make the service search all its routes. What a search allocates shows it
    /// without a clock.
    /// </summary>
    [Theory]
    [InlineData("DELETE", null)]
    [InlineData("POST", "text/plain")]
    public async Task Rejection_AmongManyRoutes_CostsWhatItCostsAmongFew(string method, string? contentType)
    {
        long few = await MeasureAsync(10, method, contentType);
        long many = await MeasureAsync(2000, method, contentType);

        many.Should().BeLessThan(few * 2, "of {0} bytes among 10 routes", few);
    }

    private static async Task<long> MeasureAsync(int routes, string method, string? contentType)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Services.AddLinkErrors();
        await using WebApplication app = builder.Build();
        app.UseRouting();
        app.UseLinkErrors();
        for (int index = 0; index < routes; index++)
        {
            app.MapPost($"/r{index}/{{id}}", static (HttpContext _) => Task.CompletedTask).WithMetadata(new AcceptsMetadata(["application/json"])).WithLinkErrors(LinkEndpointKind.Api);
        }

        RequestDelegate pipeline = ((IApplicationBuilder)app).UseEndpoints(_ => { }).Build();
        Ask();
        Ask();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        return GC.GetAllocatedBytesForCurrentThread() - before;

        void Ask()
        {
            DefaultHttpContext context = new() { RequestServices = app.Services };
            context.Request.Method = method;
            context.Request.Path = $"/r{routes - 1}/x";
            context.Request.ContentType = contentType;
            pipeline(context).IsCompletedSuccessfully.Should().BeTrue("the measure is of one thread");
            context.Response.ContentType.Should().StartWith("application/json", "it is answered as a link error");
        }
    }

    private static void Expect(LabAnswer answer, int status, bool isOurs)
    {
        answer.Status.Should().Be(status);
        (answer.Body.Length > 0).Should().Be(isOurs, "of '{0}'", answer.Body);
    }

    private sealed class EvenConstraint : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            int.TryParse((string?)values[routeKey], System.Globalization.CultureInfo.InvariantCulture, out int number) && number % 2 == 0;
    }
}
