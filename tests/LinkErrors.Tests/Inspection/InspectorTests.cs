using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LinkErrors.Exceptions;
using LinkErrors.Inspection;
using LinkErrors.Tests.Hosts;
using LinkErrors.Tests.Pages;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Inspection;

/// <summary>The page on which a developer reads why an error did not redirect.</summary>
public sealed class InspectorTests(InspectorFixture inspected) : IClassFixture<InspectorFixture>
{
    private const string Secret = "s3cret-Value-42";

    public static TheoryData<string> Cases => [.. InspectedApplication.Cases.Select(item => item.Name)];

    public static TheoryData<string> Payloads => ErrorPageTests.Payloads;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Page_AfterAnErrorThatWasNotRedirected_SaysWhy(string name)
    {
        InspectedCase row = InspectedApplication.Cases.Single(item => item.Name == name);

        IElement entry = await AskAsync(row.Path, row.Header);

        entry.TextContent.Should().Contain(row.Sentence);
    }

    [Fact]
    public async Task Page_OfARedirect_SaysEveryStepAndWhatWasSent()
    {
        IElement entry = await AskAsync("/link?client_id=web&redirect_uri=https://client.example/cb&state=a-state-of-hers");

        entry.QuerySelectorAll("h2").Select(step => step.TextContent).Should().Equal(
            "What went wrong", "At which endpoint", "Who is linking", "Where the browser may go", "In which dialect", "How it is delivered", "What was sent");
        entry.QuerySelector(".facts")!.TextContent.Should().StartWith("GET /link?client_id=web&redirect_uri=https://client.example/cb&state=***302 as Redirect");
        entry.TextContent.Should().Contain("LinkErrors.Exceptions.LinkTokenExpiredException was thrown.").And.Contain("token 17 expired at noon")
            .And.Contain("RequestLinkFlowSource had the answer.").And.Contain("response mode Query, with a state.")
            .And.Contain("oauth: LinkErrors:Dialect is set to it").And.Contain("Redirect: the endpoint is marked Interactive, and the response mode of the flow is Query.");
        entry.QuerySelector("pre")!.TextContent.Should().StartWith("302\n")
            .And.MatchRegex(@"\nLocation: https://client\.example/cb\?error=[a-z_]+&error_description=[^&]+&state=\*\*\*(\n|$)");
    }

    /// <summary>Whatever a request may keep secret is not in the page: not in the query, not in what was sent, not in a text that quotes it.</summary>
    [Theory]
    [InlineData("/link?client_id=web&state=" + Secret)]
    [InlineData("/link?client_id=web&code=" + Secret)]
    [InlineData("/link?client_id=web&token=" + Secret)]
    [InlineData("/link?client_id=web&STATE=" + Secret)]
    [InlineData("/link?client_id=web&response_mode=fragment&state=" + Secret)]
    [InlineData("/link?client_id=web&response_mode=form_post&state=" + Secret)]
    [InlineData("/link?client_id=web&response_mode=web_message&state=" + Secret)]
    [InlineData("/link?client_id=nobody&state=" + Secret)]
    [InlineData("/api?client_id=web&state=" + Secret)]
    [InlineData("/callback?code=" + Secret + "&state=le." + Secret)]
    [InlineData("/link?client_id=web&redirect_uri=https://client.example/cb?access_token=" + Secret)]
    [InlineData("/link?client_id=web&redirect_uri=https://user:" + Secret + "@client.example/cb")]
    [InlineData("/link?client_id=web&redirect_uri=https://client.example/cb%23id_token=" + Secret)]
    [InlineData("/said?client_id=web&message=refused&access_token=" + Secret)]
    [InlineData("/said?client_id=web&message=the+token+" + Secret + "+is+old&token=" + Secret)]
    [InlineData("/nowhere?password=" + Secret)]
    public async Task Page_AfterARequestWithASecret_DoesNotShowIt(string path)
    {
        (await AskAsync(path)).OuterHtml.Should().NotContain(Secret).And.NotContain("s3cret");
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Page_WithAPayload_HasTheElementsOfTheHarmlessPage(string payload)
    {
        foreach (string path in (string[])["/link?state=", "/link?client_id=", "/link?client_id=web&redirect_uri=", "/link?redirect_uri=https://client.example/", "/said?message=", "/link?client_id=web&response_mode="])
        {
            string harmless = Describe(await AskAsync(path + "harmless"));

            Describe(await AskAsync(path + Uri.EscapeDataString(payload))).Should().Be(harmless, path);
        }
    }

    [Fact]
    public async Task Page_OfTheInspector_HasAPolicyWithoutScriptsAndIsNotKept()
    {
        using HttpClient client = new();

        using HttpResponseMessage response = await client.GetAsync(new Uri(inspected.Application.At("/link-errors")));

        response.GetHeader("Content-Security-Policy").Should().MatchRegex("^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$");
        response.GetHeader("Cache-Control").Should().Be("no-store");
        response.GetHeader("X-Content-Type-Options").Should().Be("nosniff");
    }

    [Fact]
    public async Task Errors_OfThisProcess_AreNeverMoreThanTwoHundred()
    {
        await using InspectedApplication application = await InspectedApplication.StartAsync();
        InspectedErrors errors = application.Services.GetRequiredService<Inspector>().Errors;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (int index = 0; index < 60; index++)
            {
                await application.AskAsync("/link");
            }
        }));

        errors.Newest.Select(error => error.Number).Should().Equal(Enumerable.Range(41, 200).Reverse().Select(number => (long)number));
        (await ParseAsync(application)).Should().HaveCount(200);
    }

    /// <summary>Two requests at once do not get each other's explanation.</summary>
    [Fact]
    public async Task Errors_AtTheSameTime_AreExplainedEachByItsOwn()
    {
        await using InspectedApplication application = await InspectedApplication.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => application.AskAsync($"/link?client_id=nobody-{index}")));

        application.Services.GetRequiredService<Inspector>().Errors.Newest.Select(error => (error.Request, error.Verdict)).Should().BeEquivalentTo(
            Enumerable.Range(0, 40).Select(index => ($"GET /link?client_id=nobody-{index}", $"Not redirected: no client 'nobody-{index}' is registered. Add it to LinkErrors:Clients, or to what your ILinkClientStore reads.")));
    }

    [Fact]
    public async Task Inspector_ThatIsNotMapped_IsToldNothing()
    {
        await using TestApp app = await StartAsync(_ => { }, "Development");
        using HttpResponseMessage response = await app.Client.GetAsync("/link");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        app.Services.GetRequiredService<Inspector>().IsObserving.Should().BeFalse();
        app.Services.GetRequiredService<Inspector>().Errors.Newest.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_OutsideOfDevelopmentWithoutAuthorization_Fails(string environment)
    {
        Func<Task> plain = () => StartAsync(app => app.MapLinkErrorInspector(), environment);
        Func<Task> anonymous = () => StartAsync(app => app.MapGroup("").AllowAnonymous().MapLinkErrorInspector("/inspect").RequireAuthorization(), environment);

        await plain.Should().ThrowAsync<InvalidOperationException>().WithMessage($"*/link-errors*'{environment}'*RequireAuthorization*");
        await anonymous.Should().ThrowAsync<InvalidOperationException>().WithMessage("*/inspect*");
    }

    [Fact]
    public async Task Start_OutsideOfDevelopmentWithAuthorization_IsPossible()
    {
        await using TestApp ofEndpoint = await StartAsync(app => app.MapLinkErrorInspector().RequireAuthorization(Nobody), "Production");
        await using TestApp ofGroup = await StartAsync(app => app.MapGroup("/admin").RequireAuthorization(Nobody).MapLinkErrorInspector(), "Production");

        (await ofEndpoint.Client.GetAsync("/link-errors")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ofGroup.Client.GetAsync("/admin/link-errors")).StatusCode.Should().Be(HttpStatusCode.Redirect);

        static void Nobody(AuthorizationPolicyBuilder policy) => policy.RequireAssertion(_ => false);
    }

    /// <summary>An endpoint that comes after the start has passed no check.</summary>
    [Fact]
    public async Task Page_MappedAfterTheStartWithoutAuthorization_IsNotThere()
    {
        WebApplication? started = null;
        await using TestApp app = await StartAsync(mapped => started = mapped, "Production");
        started!.MapLinkErrorInspector();
        started!.MapLinkErrorInspector("/open").RequireAuthorization(policy => policy.RequireAssertion(_ => true));

        (await app.Client.GetAsync("/link-errors")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await app.Client.GetAsync("/open")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Where developers do not look anyway, the text of an exception stays out of the page as it stays out of answers.</summary>
    [Fact]
    public async Task Text_OfAnException_IsShownWhereDebugDetailsAre()
    {
        await using TestApp app = await StartAsync(app => app.MapLinkErrorInspector().RequireAuthorization(policy => policy.RequireAssertion(_ => true)), "Production");
        using HttpResponseMessage response = await app.Client.GetAsync("/link");

        (await app.Client.GetStringAsync("/link-errors")).Should().Contain("LinkTokenExpiredException was thrown.").And.NotContain("at noon");
    }

    /// <summary>What stands in the way of an answer is an error of this process too.</summary>
    [Fact]
    public async Task Error_ThatCannotBeAnswered_IsShown()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapLinkErrorInspector();
                app.MapGet("/link", string () => throw new LinkTokenExpiredException()).WithLinkErrors();
            },
            services: builder => builder.Services.AddLinkErrors(options => options.CustomizeWriteContext = (_, _) => throw new InvalidOperationException("secret")),
            environment: "Development");
        using HttpResponseMessage response = await app.Client.GetAsync("/link");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await app.Client.GetStringAsync("/link-errors")).Should().Contain("Answered with a plain 500: System.InvalidOperationException was in the way of the answer.");
    }

    private static Task<TestApp> StartAsync(Action<WebApplication> map, string environment) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.UseAuthorization();
            map(app);
            app.MapGet("/link", string () => throw new LinkTokenExpiredException("token 17 expired at noon")).WithLinkErrors();
        },
        services: builder =>
        {
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
            builder.Services.AddAuthorization();
        },
        environment: environment);

    private static async Task<IHtmlCollection<IElement>> ParseAsync(InspectedApplication application) =>
        new HtmlParser().ParseDocument(await application.ReadAsync()).QuerySelectorAll("details");

    /// <summary>Each element with the names of its attributes.</summary>
    private static string Describe(IElement entry) =>
        string.Join('\n', entry.QuerySelectorAll("*").Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}"));

    /// <summary>The newest entry, after a request.</summary>
    private async Task<IElement> AskAsync(string path, (string Name, string Value)? header = null)
    {
        await inspected.Application.AskAsync(path, header);
        return (await ParseAsync(inspected.Application))[0];
    }
}
