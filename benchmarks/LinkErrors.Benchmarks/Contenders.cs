using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Benchmarks;

/// <summary>Every work with its contenders. All of them throw, or return, where a real handler does: after it was suspended by nothing.</summary>
internal static class Contenders
{
    public const string Flow = "?client_id=acme&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=xyz-123";

    private static readonly string Garbage = $"?client_id=nobody&redirect_uri=https%3A%2F%2Fevil.example%2Fcb&state={new string('a', 8_000)}%20";

    public static IReadOnlyList<Contender> Create() =>
    [
        .. CreateThrown("thrown, redirect", Flow, "text/html", LinkEndpointKind.Unspecified, HandWritten.RedirectAsync),
        .. CreateThrown("thrown, JSON", "", "application/json", LinkEndpointKind.Api, HandWritten.JsonAsync),
        .. CreateThrown("thrown, HTML", "", "text/html", LinkEndpointKind.Unspecified, HandWritten.HtmlAsync),
        .. CreateFiveMiddlewares(),
        .. CreateMinimal(),
        .. CreateControllers(),
        .. CreateReturned(),
        CreateLinkErrors("garbage callback, 8 kB", "LinkErrors", "/throw", Garbage, "text/html", isBaseline: true),
        .. CreateSilent(),
        .. ListeningContenders.Create(),
        .. ProtocolContenders.Create(),
        .. ClientContenders.Create(),
    ];

    private static IEnumerable<Contender> CreateThrown(
        string work, string query, string accept, LinkEndpointKind kind, Func<HttpContext, LinkError, Task> answer)
    {
        yield return CreateHost(work, "hand-written", "/", query, accept, isBaseline: true, _ => { }, app =>
        {
            app.Use(HandWritten.Catch(answer));
            app.Run(ThrowAsync);
        });
        yield return CreateHost(work, "UseExceptionHandler", "/", query, accept, isBaseline: false, services => services.AddSingleton<IExceptionHandler>(new Handler(answer)), app =>
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, SuppressDiagnosticsCallback = _ => true });
            app.Run(ThrowAsync);
        });
        yield return CreateHost(work, "LinkErrors", "/", query, accept, isBaseline: false, AddLinkErrors, app =>
        {
            app.UseLinkErrors();
            app.Run(kind == LinkEndpointKind.Api ? ThrowApiAsync : ThrowAsync);
        });
    }

    private static IEnumerable<Contender> CreateFiveMiddlewares()
    {
        const string Work = "thrown through five middlewares, redirect";
        yield return CreateHost(Work, "hand-written", "/", Flow, "text/html", isBaseline: true, _ => { }, app =>
        {
            app.Use(HandWritten.Catch(HandWritten.RedirectAsync));
            UseFive(app);
            app.Run(ThrowAsync);
        });
        yield return CreateHost(Work, "LinkErrors", "/", Flow, "text/html", isBaseline: false, AddLinkErrors, app =>
        {
            app.UseLinkErrors();
            UseFive(app);
            app.Run(ThrowAsync);
        });
    }

    private static IEnumerable<Contender> CreateMinimal()
    {
        foreach ((string work, string query, string accept, LinkEndpointKind kind, Func<HttpContext, LinkError, Task> answer) in ((string, string, string, LinkEndpointKind, Func<HttpContext, LinkError, Task>)[])
        [
            ("minimal API, thrown, redirect", Flow, "text/html", LinkEndpointKind.Interactive, HandWritten.RedirectAsync),
            ("minimal API, thrown, JSON", "", "application/json", LinkEndpointKind.Api, HandWritten.JsonAsync),
        ])
        {
            yield return CreateHost(work, "hand-written", "/throw", query, accept, isBaseline: true, _ => { }, app =>
            {
                app.UseRouting();
                app.Use(HandWritten.Catch(answer));
                app.MapGet("/throw", Throw);
                app.UseEndpoints(_ => { });
            });
            yield return CreateHost(work, "LinkErrors", "/throw", query, accept, isBaseline: false, AddLinkErrors, app =>
            {
                app.UseRouting();
                app.UseLinkErrors();
                app.MapGet("/throw", Throw).WithLinkErrors(kind, "oauth");
                app.UseEndpoints(_ => { });
            });
        }
    }

    private static IEnumerable<Contender> CreateControllers()
    {
        const string Work = "controller, thrown, redirect";
        yield return CreateHost(Work, "exception filter", "/filtered", Flow, "text/html", isBaseline: true, services => services.AddControllers(), app => UseControllers(app));
        yield return CreateHost(Work, "LinkErrors", "/link", Flow, "text/html", isBaseline: false, services =>
        {
            AddLinkErrors(services);
            services.AddLinkErrors().AddMvcErrors();
            services.AddControllers();
        }, app =>
        {
            app.UseLinkErrors();
            UseControllers(app);
        });
    }

    private static IEnumerable<Contender> CreateReturned()
    {
        foreach ((string work, string query, string accept, LinkEndpointKind kind, Func<HttpContext, LinkError, IResult> answer) in ((string, string, string, LinkEndpointKind, Func<HttpContext, LinkError, IResult>)[])
        [
            ("returned, redirect", Flow, "text/html", LinkEndpointKind.Interactive, (context, error) => Results.Redirect(HandWritten.Locate(context, error))),
            ("returned, JSON", "", "application/json", LinkEndpointKind.Api, (_, error) => Results.Json(new HandWrittenError(error.Code, error.Message), HandWrittenJson.Default.HandWrittenError, statusCode: error.StatusCode)),
        ])
        {
            LinkError error = new(LinkErrorDefinitions.LinkTokenExpired);
            yield return CreateHost(work, "Results", "/", query, accept, isBaseline: true, _ => { }, app => app.Run(context => answer(context, error).ExecuteAsync(context)));
            yield return CreateHost(work, "LinkErrors", "/", query, accept, isBaseline: false, AddLinkErrors, app => app.Run(context =>
            {
                context.SetLinkErrors(kind, "oauth");
                return Results.LinkError(error).ExecuteAsync(context);
            }));
        }
    }

    private static IEnumerable<Contender> CreateSilent()
    {
        foreach ((string work, RequestDelegate end) in ((string, RequestDelegate)[])
        [
            ("nothing thrown, synchronous", static _ => Task.CompletedTask),
            ("nothing thrown, suspended", static async _ => await Task.Yield()),
        ])
        {
            yield return CreateHost(work, "bare", "/", "", "text/html", isBaseline: true, _ => { }, app => app.Run(end));
            yield return CreateHost(work, "LinkErrors", "/", "", "text/html", isBaseline: false, AddLinkErrors, app =>
            {
                app.UseLinkErrors();
                app.Run(end);
            });
        }
    }

    private static Contender CreateLinkErrors(string work, string name, string path, string query, string accept, bool isBaseline) =>
        CreateHost(work, name, path, query, accept, isBaseline, AddLinkErrors, app =>
        {
            app.UseLinkErrors();
            app.Run(ThrowAsync);
        });

    public static Contender CreateHost(
        string work, string name, string path, string query, string accept, bool isBaseline, Action<IServiceCollection> services, Action<WebApplication> configure)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        services(builder.Services);
        WebApplication app = builder.Build();
        configure(app);
        RequestDelegate pipeline = ((IApplicationBuilder)app).Build();
        BenchmarkRequest request = new(app.Services, path, query, accept);
        return new Contender(work, name, () => request.SendAsync(pipeline), request.Describe, isBaseline);
    }

    public static void AddLinkErrors(IServiceCollection services) => services.AddLinkErrors(options =>
    {
        options.Dialect = "oauth";
        options.Clients["acme"] = new LinkClientOptions { RedirectUris = { HandWritten.Target } };
    });

    private static void UseControllers(WebApplication app)
    {
        app.UseRouting();
        app.MapControllers();
        app.UseEndpoints(_ => { });
    }

    private static void UseFive(WebApplication app)
    {
        for (int index = 0; index < 5; index++)
        {
            app.Use(async (HttpContext context, RequestDelegate next) => await next(context).ConfigureAwait(false));
        }
    }

    private static string Throw() => throw new LinkTokenExpiredException();

    public static async Task ThrowAsync(HttpContext context)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        throw new LinkTokenExpiredException();
    }

    private static Task ThrowApiAsync(HttpContext context)
    {
        context.SetLinkErrors(LinkEndpointKind.Api, "oauth");
        return ThrowAsync(context);
    }

    private sealed class Handler(Func<HttpContext, LinkError, Task> answer) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not LinkException link)
            {
                return false;
            }

            await answer(httpContext, link.Error).ConfigureAwait(false);
            return true;
        }
    }
}
