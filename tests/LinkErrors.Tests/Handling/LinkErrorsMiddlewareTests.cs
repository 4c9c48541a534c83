using System.Diagnostics.CodeAnalysis;
using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Handling;

/// <summary>An error is answered wherever below the middleware it comes from, and in whatever way it is thrown.</summary>
public sealed class LinkErrorsMiddlewareTests
{
    private static readonly Dictionary<string, Action<WebApplication>> Ways = new(StringComparer.Ordinal)
    {
        ["endpoint"] = app => app.MapGet("/", string () => throw new LinkTokenExpiredException()),
        ["endpoint after an await"] = app => app.MapGet("/", async Task<string> () =>
        {
            await Task.Yield();
            throw new LinkTokenExpiredException();
        }),
        ["endpoint that returns a faulted task"] = app => app.MapGet("/", () => Task.FromException<string>(new LinkTokenExpiredException())),
        ["endpoint filter"] = app => app.MapGet("/", () => "ok").AddEndpointFilter((_, _) => throw new LinkTokenExpiredException()),
        ["middleware"] = app => app.Use(_ => _ => throw new LinkTokenExpiredException()),
        ["middleware after an await"] = app => app.Use(_ => async _ =>
        {
            await Task.Yield();
            throw new LinkTokenExpiredException();
        }),
        ["middleware that returns a faulted task"] = app => app.Use(_ => _ => Task.FromException(new LinkTokenExpiredException())),
        ["middleware behind the endpoint's success"] = app => app
            .Use(next => async context =>
            {
                await next(context);
                throw new LinkTokenExpiredException();
            })
            .Use(_ => _ => Task.CompletedTask),
        ["first of several faults"] = app => app.Use(_ => _ =>
            Task.WhenAll(Task.FromException(new LinkTokenExpiredException()), Task.FromException(new InvalidOperationException("second")))),
    };

    public static TheoryData<string> WayNames => [.. Ways.Keys];

    [Fact]
    public async Task Pipeline_WithoutError_AnswersAsItWould()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", () => "ok");
        });

        (await app.Client.GetStringAsync("/")).Should().Be("ok");
        app.Log.Own.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(WayNames))]
    public async Task LinkException_FromAnywhereBelow_IsAnsweredInTheDialect(string way)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            Ways[way](app);
        });

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"error":"invalid_grant","error_description":"The link token has expired."}""");
    }

    /// <summary>RFC 9110 §9.3.2: HEAD has the headers of GET and no content.</summary>
    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "text/html", HttpStatusCode.BadRequest)]
    [InlineData(LabSettings.Flow, "text/html", HttpStatusCode.Redirect)]
    public async Task Head_ForAnError_HasTheHeadersOfGetAndNoBody(string query, string accept, HttpStatusCode status)
    {
        await using TestApp app = await StartWithAllMethodsAsync();
        using HttpRequestMessage head = new(HttpMethod.Head, "/" + query);
        using HttpRequestMessage get = new(HttpMethod.Get, "/" + query);
        head.Headers.Add("Accept", accept);
        get.Headers.Add("Accept", accept);

        using HttpResponseMessage headResponse = await app.Client.SendAsync(head);
        using HttpResponseMessage getResponse = await app.Client.SendAsync(get);

        headResponse.StatusCode.Should().Be(status);
        getResponse.StatusCode.Should().Be(status);
        headResponse.GetLocation().Should().Be(getResponse.GetLocation());
        headResponse.Content.Headers.ContentType.Should().Be(getResponse.Content.Headers.ContentType);
        (headResponse.Content.Headers.ContentLength ?? 0).Should().Be((await getResponse.Content.ReadAsByteArrayAsync()).Length);
        (await headResponse.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    /// <summary>RFC 9700 §4.12: a request that may hold credentials in its body gets 303, so that the browser leaves them behind.</summary>
    [Theory]
    [InlineData("GET", null, 307)]
    [InlineData("HEAD", null, 307)]
    [InlineData("POST", null, 303)]
    [InlineData("PUT", null, 303)]
    [InlineData("PATCH", null, 303)]
    [InlineData("DELETE", null, 303)]
    [InlineData("POST", "false", 303)]
    [InlineData("POST", "true", 307)]
    [InlineData("PUT", "true", 307)]
    [InlineData("GET", "true", 307)]
    public async Task Redirect_OfADialectWith307_DependsOnTheMethod(string method, string? preserve, int status)
    {
        await using TestApp app = await StartWithAllMethodsAsync(("Dialect", "junction"), ("PreserveMethodOnRedirect", preserve));
        using HttpRequestMessage request = new(new HttpMethod(method), "/" + LabSettings.Flow);

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        ((int)response.StatusCode).Should().Be(status);
        response.GetLocation().Should().StartWith("https://client.example/cb?state=error&error_type=token_expired&");
    }

    /// <summary>RFC 9700 §4.12 forbids 307 alone; the 302 of a dialect becomes 303 as well, which needs no guessing by the browser.</summary>
    [Theory]
    [InlineData("GET", 302)]
    [InlineData("POST", 303)]
    public async Task Redirect_OfADialectWith302_DependsOnTheMethod(string method, int status)
    {
        await using TestApp app = await StartWithAllMethodsAsync(("Dialect", "zapier"));
        using HttpRequestMessage request = new(new HttpMethod(method), "/" + LabSettings.Flow);

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        ((int)response.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task Post_WithTheFlowInAForm_IsRedirectedWith303()
    {
        await using TestApp app = await StartWithAllMethodsAsync(("Dialect", "junction"));
        using FormUrlEncodedContent form = new(
            [KeyValuePair.Create("client_id", "web"), KeyValuePair.Create("redirect_uri", LabSettings.RedirectUri), KeyValuePair.Create("password", "hunter2")]);

        using HttpResponseMessage response = await app.Client.PostAsync("/", form);

        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        response.GetLocation().Should().StartWith(LabSettings.RedirectUri).And.NotContain("hunter2");
    }

    [SuppressMessage("Usage", "CA2201", Justification = "A fault of the runtime is what the case is about.")]
    public static TheoryData<Exception> Foreign =>
        [new InvalidOperationException("foreign"), new OperationCanceledException("foreign"), new AggregateException(new LinkTokenExpiredException()), new NullReferenceException()];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task ForeignException_OnAnOrdinaryEndpoint_ReachesTheExceptionHandlerOfTheHost(Exception foreign)
    {
        TaskCompletionSource<Exception> handled = new();
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = context =>
                {
                    handled.SetResult(context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()!.Error);
                    return context.Response.WriteAsync("the host's answer");
                },
            });
            app.UseLinkErrors();
            app.MapGet("/", string () => throw foreign);
        });

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).Should().Be("the host's answer");
        (await handled.Task).Should().BeSameAs(foreign);
        app.Log.Own.Should().BeEmpty("the exception is the host's to log");
    }

    [Fact]
    public async Task LinkException_BelowAnExceptionHandler_DoesNotReachIt()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => context.Response.WriteAsync("the host's answer") });
            app.UseLinkErrors();
            app.MapGet("/", string () => throw new LinkTokenExpiredException());
        });

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().NotContain("host");
    }

    private static Task<TestApp> StartWithAllMethodsAsync(params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapMethods("/", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], string () => throw new LinkTokenExpiredException());
        },
        LabSettings.WithClient([.. settings.Where(setting => setting.Value is not null)]));
}
