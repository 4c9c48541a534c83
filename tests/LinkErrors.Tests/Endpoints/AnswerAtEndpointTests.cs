using LinkErrors.Exceptions;
using LinkErrors.Tests.Handling;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Endpoints;

/// <summary>
/// Where an endpoint answers what it throws itself, nobody outside of it sees the exception: they see the answer, which is the same to the
/// byte, with its status. It holds for link exceptions alone.
/// </summary>
public sealed class AnswerAtEndpointTests
{
    private const string Watched = "X-Watched";

    [Theory]

    // Said by the endpoint, the group or the attribute.
    [InlineData("/marked", false, 400, "400")]
    [InlineData("/later", false, 400, "400")]
    [InlineData("/group/inherits", false, 400, "400")]
    [InlineData("/group/refuses", false, 400, "LinkTokenExpiredException")]
    [InlineData("/filtered", false, 400, "400")]
    [InlineData("/attribute", false, 400, "400")]
    [InlineData("/interactive" + LabSettings.Flow, false, 302, "302")]
    [InlineData("/plain", false, 400, "LinkTokenExpiredException")]
    [InlineData("/actions/marked", false, 400, "400")]
    [InlineData("/actions/later", false, 400, "400")]
    [InlineData("/actions/interactive" + LabSettings.Flow, false, 302, "302")]
    [InlineData("/actions/plain", false, 400, "LinkTokenExpiredException")]

    // Said by the settings, which hold for link endpoints alone; the endpoint goes before them.
    [InlineData("/plain", true, 400, "400")]
    [InlineData("/refusing", true, 400, "LinkTokenExpiredException")]
    [InlineData("/unmarked", true, 400, "LinkTokenExpiredException")]
    [InlineData("/actions/plain", true, 400, "400")]
    [InlineData("/actions/refusing", true, 400, "LinkTokenExpiredException")]
    [InlineData("/action/link-exception", true, 400, "LinkTokenExpiredException")]

    // What is no link exception goes to whoever watches for it, and then to the middleware.
    [InlineData("/unexpected", false, 500, "InvalidOperationException")]
    [InlineData("/unexpected-later", false, 500, "InvalidOperationException")]
    [InlineData("/canceled", false, 500, "OperationCanceledException")]
    [InlineData("/canceled-later", false, 500, "TaskCanceledException")]
    [InlineData("/actions/unexpected", false, 500, "InvalidOperationException")]
    [InlineData("/actions/canceled", false, 500, "OperationCanceledException")]
    public async Task Exception_OfAnEndpoint_IsSeenByThoseOutsideOrNot(string path, bool bySettings, int status, string seen)
    {
        await using TestApp app = await StartAsync(bySettings);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(status);
        answer.Headers.Should().Contain(Watched, seen);
        app.Log.Entries.Where(entry => entry.EventId.Name is "LinkErrorAnswered" or "UnexpectedExceptionAnswered").Should().ContainSingle();
    }

    [Theory]
    [InlineData("/marked", "/plain")]
    [InlineData("/interactive" + LabSettings.Flow, "/plain-interactive" + LabSettings.Flow)]
    [InlineData("/interactive", "/plain-interactive")]
    [InlineData("/actions/marked", "/actions/plain")]
    public async Task Answer_OfAnEndpoint_IsThatOfTheMiddlewareToTheByte(string path, string plain)
    {
        await using TestApp app = await StartAsync();

        LabAnswer own = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get, null, ("Accept", "text/html"));
        LabAnswer other = await LabAnswer.AskAsync(app.Client, plain, HttpMethod.Get, null, ("Accept", "text/html"));

        own.Body.Should().Be(other.Body);
        own.Status.Should().Be(other.Status);
        own.Headers.Where(header => header.Key != Watched).Should().BeEquivalentTo(other.Headers.Where(header => header.Key != Watched));
    }

    [Theory]
    [InlineData("/started")]
    [InlineData("/actions/started")]
    public async Task Exception_AfterTheResponseStarted_GoesOnAndIsReportedOnce(string path)
    {
        TaskCompletionSource<Exception> passed = new();
        await using TestApp app = await StartAsync(passed: passed);

        Func<Task> read = () => app.Client.GetStringAsync(new Uri(path, UriKind.Relative));

        await read.Should().ThrowAsync<HttpRequestException>("the connection is reset");
        (await passed.Task).Should().BeOfType<LinkTokenExpiredException>();
        app.Log.Own.Should().ContainSingle().Which.EventId.Name.Should().Be("ResponseStarted");
    }

    [Theory]
    [InlineData("/marked")]
    [InlineData("/later")]
    [InlineData("/actions/marked")]
    public async Task Exception_LeftToTheHost_GoesOnAndIsAskedForOnce(string path)
    {
        int asked = 0;
        TaskCompletionSource<Exception> passed = new();
        await using TestApp app = await StartAsync(passed: passed, events: new LinkErrorsEvents
        {
            OnMappingException = context =>
            {
                asked++;
                context.Error = null;
            },
        });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(500);
        answer.Body.Should().BeEmpty();
        (await passed.Task).Should().BeOfType<LinkTokenExpiredException>();
        asked.Should().Be(1);
    }

    [Fact]
    public async Task Exception_OnlyAnEndpointFilterWants_IsSeenByIt()
    {
        await using TestApp app = await StartAsync();

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/translated", HttpMethod.Get);

        answer.Body.Should().Be("\"LinkTokenExpiredException\"");
        answer.Headers.Should().Contain(Watched, "200");
    }

    [Fact]
    public async Task Action_MarkedByAConventionOfEndpoints_AnswersItself()
    {
        await using TestApp app = await StartAsync(conventions: controllers => controllers.WithLinkErrors(answerAtEndpoint: true));

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/action/link-exception", HttpMethod.Get);

        answer.Status.Should().Be(400);
        answer.Headers.Should().Contain(Watched, "400");
    }

    /// <summary>A handler that dotnet/aspnetcore#60659 would skip runs, and what it throws is answered.</summary>
    [Fact]
    public async Task Handler_WithAnErrorStatusFromBefore_RunsAndIsAnswered()
    {
        await using TestApp app = await StartAsync(statusBefore: 503);

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/marked", HttpMethod.Get);

        answer.Status.Should().Be(400);
        answer.Body.Should().Contain("The link token has expired.");
    }

    /// <summary>A handler that can return no error, and answers nothing itself, has nothing of ours around it: no filter is what costs nothing.</summary>
    [Theory]
    [InlineData("/frames/text", false)]
    [InlineData("/frames/text-later", false)]
    [InlineData("/frames/result", true)]
    [InlineData("/frames/answering", true)]
    public async Task Filter_OfAHandler_IsThereOnlyForWhatItCanDo(string path, bool isThere)
    {
        await using TestApp app = await StartAsync();

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(200);
        answer.Body.Contains("LinkErrorEndpointFilter", StringComparison.Ordinal).Should().Be(isThere);
    }

    private static Task<TestApp> StartAsync(
        bool bySettings = false,
        TaskCompletionSource<Exception>? passed = null,
        LinkErrorsEvents? events = null,
        Action<ControllerActionEndpointConventionBuilder>? conventions = null,
        int statusBefore = 200) => TestApp.StartAsync(
        web =>
        {
            web.UseLinkErrors();
            web.Use(next => context => WatchAsync(next, context, passed));
            web.Use((context, next) =>
            {
                context.Response.StatusCode = statusBefore;
                return next(context);
            });
            web.UseRouting();
            Map(web);
            ControllerActionEndpointConventionBuilder controllers = web.MapControllers();
            conventions?.Invoke(controllers);
        },
        LabSettings.WithClient(("AnswerAtEndpoint", bySettings ? "true" : null), ("Dialect", "oauth")),
        builder =>
        {
            builder.Services.AddControllers().AddApplicationPart(typeof(MarkedController).Assembly);
            builder.Services.AddLinkErrors(options => options.Events = events).AddMvcErrors();
        });

    /// <summary>What a middleware outside of the endpoint sees: an exception, or else the status.</summary>
    private static async Task WatchAsync(RequestDelegate next, HttpContext context, TaskCompletionSource<Exception>? passed)
    {
        string? seen = null;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Watched] = seen ?? $"{context.Response.StatusCode}";
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            seen = exception.GetType().Name;
            passed?.SetResult(exception);
            throw;
        }
    }

    private static void Map(WebApplication web)
    {
        web.MapGet("/marked", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true);
        web.MapGet("/later", ThrowLaterAsync).WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true);
        web.MapGet("/filtered", string () => throw new LinkTokenExpiredException())
            .WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true)
            .AddEndpointFilter((context, next) => next(context));
        web.MapGet("/attribute", [LinkErrors(LinkEndpointKind.Api, AnswerAtEndpoint = true)] string () => throw new LinkTokenExpiredException()).WithLinkErrors();
        web.MapGet("/interactive", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive, answerAtEndpoint: true);
        web.MapGet("/plain-interactive", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
        web.MapGet("/plain", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api);
        web.MapGet("/refusing", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: false);
        web.MapGet("/unmarked", string () => throw new LinkTokenExpiredException());
        web.MapGet("/unexpected", string () => throw new InvalidOperationException("secret")).WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true);
        web.MapGet("/unexpected-later", async Task<string> () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("secret");
        }).WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true);
        web.MapGet("/canceled", string () => throw new OperationCanceledException("secret")).WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true);
        web.MapGet("/canceled-later", Task<string> () => Task.FromCanceled<string>(new CancellationToken(canceled: true)))
            .WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true);
        web.MapGet("/started", async (HttpContext context) =>
        {
            await context.Response.StartAsync();
            throw new LinkTokenExpiredException();
        }).WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true);
        web.MapGet("/translated", string () => throw new LinkTokenExpiredException())
            .WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true)
            .AddEndpointFilter(async (context, next) =>
            {
                try
                {
                    return await next(context);
                }
                catch (LinkException exception)
                {
                    return TypedResults.Ok(exception.GetType().Name);
                }
            });

        RouteGroupBuilder group = web.MapGroup("/group").WithLinkErrors(LinkEndpointKind.Api, answerAtEndpoint: true);
        group.MapGet("/inherits", string () => throw new LinkTokenExpiredException());
        group.MapGet("/refuses", string () => throw new LinkTokenExpiredException()).WithLinkErrors(answerAtEndpoint: false);

        RouteGroupBuilder frames = web.MapGroup("/frames").WithLinkErrors(LinkEndpointKind.Api);
        frames.MapGet("/text", () => Environment.StackTrace);
        frames.MapGet("/text-later", () => Task.FromResult(Environment.StackTrace));
        frames.MapGet("/result", () => Results.Text(Environment.StackTrace));
        frames.MapGet("/answering", () => Environment.StackTrace).WithLinkErrors(answerAtEndpoint: true);
    }

    private static async Task<string> ThrowLaterAsync()
    {
        await Task.Yield();
        throw new LinkTokenExpiredException();
    }
}
