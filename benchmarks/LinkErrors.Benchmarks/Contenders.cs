using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Benchmarks;

/// <summary>Every work with its contenders. All of them throw, or return, where a real handler does: after it was suspended by nothing.</summary>
internal sealed class Contenders
{
    public const string Flow = "?client_id=acme&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=xyz-123";

    private static readonly string Garbage = $"?client_id=nobody&redirect_uri=https%3A%2F%2Fevil.example%2Fcb&state={new string('a', 8_000)}%20";

    private readonly Listening _listening;

    private Contenders(Listening listening) => _listening = listening;

    private delegate Task Answering(HttpContext context, LinkError error);

    /// <summary>All works, each with nobody listening and then with somebody.</summary>
    public static IReadOnlyList<Contender> Create() =>
    [
        .. CreateUnheard(),
        .. new Contenders(Listening.ToMetrics).CreateAll(),
        .. new Contenders(Listening.ToLog).CreateAll(),
    ];

    /// <summary>The works with nobody listening.</summary>
    public static IReadOnlyList<Contender> CreateUnheard() =>
    [
        .. new Contenders(Listening.Off).CreateAll(),
        .. new Contenders(Listening.Off).CreateSilent(),
        .. ProtocolContenders.Create(),
        .. ClientContenders.Create(),
    ];

    public static Contender CreateHost(
        string work, string name, string path, string query, string accept, bool isBaseline, Action<IServiceCollection> services, Action<WebApplication> configure,
        Listening listening = Listening.Off)
    {
        // A host is built when it is asked: a filter may leave out most of them.
        Lazy<(BenchmarkRequest Request, RequestDelegate Pipeline)> host = new(() =>
        {
            WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
            builder.WebHost.UseKestrelCore();
            builder.Services.AddRouting();
            services(builder.Services);
            Listeners.Add(builder.Services, listening);
            WebApplication app = builder.Build();
            Listeners.Start(app.Services, listening);
            configure(app);
            return (new BenchmarkRequest(app.Services, path, query, accept), ((IApplicationBuilder)app).Build());
        });
        return new Contender(work + Listeners.Name(listening), name, () => host.Value.Request.SendAsync(host.Value.Pipeline), () => host.Value.Request.Describe(), isBaseline);
    }

    public static void AddLinkErrors(IServiceCollection services) => services.AddLinkErrors(options =>
    {
        options.Dialect = "oauth";
        options.Clients["acme"] = new LinkClientOptions { RedirectUris = { HandWritten.Target } };
    });

    public static void AddControllers(IServiceCollection services)
    {
        AddLinkErrors(services);
        services.AddLinkErrors().AddMvcErrors();
        services.AddControllers();
    }

    public static async Task ThrowAsync(HttpContext context)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        throw new LinkTokenExpiredException();
    }

    private IEnumerable<Contender> CreateAll() =>
    [
        .. CreateThrown("thrown, redirect", Flow, "text/html", LinkEndpointKind.Unspecified, HandWritten.RedirectAsync),
        .. CreateThrown("thrown, JSON", "", "application/json", LinkEndpointKind.Api, HandWritten.JsonAsync),
        .. CreateThrown("thrown, HTML", "", "text/html", LinkEndpointKind.Unspecified, HandWritten.HtmlAsync),
        .. CreateFiveMiddlewares(),
        .. CreateMinimal("minimal API, thrown, redirect", Throw, Flow, "text/html", LinkEndpointKind.Interactive, HandWritten.RedirectAsync),
        .. CreateMinimal("minimal API, thrown, JSON", Throw, "", "application/json", LinkEndpointKind.Api, HandWritten.JsonAsync),
        .. CreateMinimal("minimal API, thrown later, redirect", ThrowLaterAsync, Flow, "text/html", LinkEndpointKind.Interactive, HandWritten.RedirectAsync),
        .. CreateMinimal("minimal API, thrown later, JSON", ThrowLaterAsync, "", "application/json", LinkEndpointKind.Api, HandWritten.JsonAsync),
        .. CreateMinimal("minimal API that binds the query, thrown, redirect", ThrowBound, Flow, "text/html", LinkEndpointKind.Interactive, HandWritten.RedirectAsync),
        .. CreateControllers(),
        .. CreateReturned("returned, redirect", Flow, "text/html", LinkEndpointKind.Interactive, static (context, error) => Results.Redirect(HandWritten.Locate(context, error))),
        .. CreateReturned("returned, JSON", "", "application/json", LinkEndpointKind.Api, static (_, error) => HandWritten.Json(error)),
        .. CreateGarbage(),
    ];

    /// <summary>Held against what a good request costs by hand: garbage must not cost more.</summary>
    private IEnumerable<Contender> CreateGarbage()
    {
        const string Work = "garbage callback, 8 kB";
        yield return Create(Work, "hand-written, a good request", "/", Flow, "text/html", _ => { }, app =>
        {
            app.Use(HandWritten.Catch(HandWritten.RedirectAsync));
            app.Run(ThrowAsync);
        }, isBaseline: true);
        yield return Create(Work, "LinkErrors", "/", Garbage, "text/html", AddLinkErrors, app =>
        {
            app.UseLinkErrors();
            app.Run(ThrowAsync);
        });
    }

    private IEnumerable<Contender> CreateThrown(string work, string query, string accept, LinkEndpointKind kind, Answering answer)
    {
        yield return Create(work, "hand-written", "/", query, accept, _ => { }, app =>
        {
            app.Use(HandWritten.Catch(answer.Invoke));
            app.Run(ThrowAsync);
        }, isBaseline: true);
        yield return Create(work, "UseExceptionHandler", "/", query, accept, services => services.AddSingleton<IExceptionHandler>(new Handler(answer)), app =>
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, SuppressDiagnosticsCallback = _ => true });
            app.Run(ThrowAsync);
        });
        yield return Create(work, "LinkErrors", "/", query, accept, AddLinkErrors, app =>
        {
            app.UseLinkErrors();
            app.Run(kind == LinkEndpointKind.Api ? ThrowApiAsync : ThrowAsync);
        });
    }

    private IEnumerable<Contender> CreateFiveMiddlewares()
    {
        const string Work = "thrown through five middlewares, redirect";
        yield return Create(Work, "hand-written", "/", Flow, "text/html", _ => { }, app =>
        {
            app.Use(HandWritten.Catch(HandWritten.RedirectAsync));
            UseFive(app);
            app.Run(ThrowAsync);
        }, isBaseline: true);
        yield return Create(Work, "LinkErrors", "/", Flow, "text/html", AddLinkErrors, app =>
        {
            app.UseLinkErrors();
            UseFive(app);
            app.Run(ThrowAsync);
        });
        yield return Create(Work, "LinkErrors, answered at the endpoint", "/throw", Flow, "text/html", AddLinkErrors, app =>
        {
            app.UseRouting();
            app.UseLinkErrors();
            UseFive(app);
            app.MapGet("/throw", ThrowLaterAsync).WithLinkErrors(LinkEndpointKind.Interactive, "oauth", answerAtEndpoint: true);
            app.UseEndpoints(_ => { });
        });
    }

    private IEnumerable<Contender> CreateMinimal(string work, Delegate handler, string query, string accept, LinkEndpointKind kind, Answering answer)
    {
        yield return Create(work, "hand-written", "/throw", query, accept, _ => { }, app =>
        {
            app.UseRouting();
            app.Use(HandWritten.Catch(answer.Invoke));
            app.MapGet("/throw", handler);
            app.UseEndpoints(_ => { });
        }, isBaseline: true);
        foreach ((string name, Action<RouteHandlerBuilder> mark) in ((string, Action<RouteHandlerBuilder>)[])
        [
            ("LinkErrors", endpoint => endpoint.WithLinkErrors(kind, "oauth")),
            ("LinkErrors, the mark alone", endpoint => endpoint.WithMetadata(new LinkErrorsAttribute(kind, "oauth"))),
            ("LinkErrors, answered at the endpoint", endpoint => endpoint.WithLinkErrors(kind, "oauth", answerAtEndpoint: true)),
        ])
        {
            yield return Create(work, name, "/throw", query, accept, AddLinkErrors, app =>
            {
                app.UseRouting();
                app.UseLinkErrors();
                mark(app.MapGet("/throw", handler));
                app.UseEndpoints(_ => { });
            });
        }
    }

    private IEnumerable<Contender> CreateControllers()
    {
        const string Work = "controller, thrown, redirect";
        yield return Create(Work, "exception filter", "/filtered", Flow, "text/html", services => services.AddControllers(), UseControllers, isBaseline: true);
        foreach ((string name, string path) in ((string, string)[])[("LinkErrors", "/link"), ("LinkErrors, answered at the endpoint", "/answering")])
        {
            yield return Create(Work, name, path, Flow, "text/html", AddControllers, app =>
            {
                app.UseLinkErrors();
                UseControllers(app);
            });
        }
    }

    private IEnumerable<Contender> CreateReturned(string work, string query, string accept, LinkEndpointKind kind, Func<HttpContext, LinkError, IResult> answer)
    {
        LinkError error = new(LinkErrorDefinitions.LinkTokenExpired);
        yield return Create(work, "Results", "/", query, accept, _ => { }, app => app.Run(context =>
        {
            Listeners.Tell(context, error);
            return answer(context, error).ExecuteAsync(context);
        }), isBaseline: true);
        yield return Create(work, "Results, with the same header fields", "/", query, accept, _ => { }, app => app.Run(context =>
        {
            Listeners.Tell(context, error);
            HandWritten.NoStore(context.Response);
            return answer(context, error).ExecuteAsync(context);
        }));
        yield return Create(work, "LinkErrors", "/", query, accept, AddLinkErrors, app => app.Run(context =>
        {
            context.SetLinkErrors(kind, "oauth");
            return Results.LinkError(error).ExecuteAsync(context);
        }));

        // The same by an endpoint, which is marked when it is built and not with each request.
        string byMinimal = $"{work}, minimal API";
        yield return Create(byMinimal, "Results", "/return", query, accept, _ => { }, app => UseEndpoint(app, HandlerOf(answer, error)), isBaseline: true);
        yield return Create(byMinimal, "LinkErrors", "/return", query, accept, AddLinkErrors, app => UseEndpoint(app, () => Results.LinkError(error)).WithLinkErrors(kind, "oauth"));
    }

    private IEnumerable<Contender> CreateSilent()
    {
        foreach ((string work, RequestDelegate end) in ((string, RequestDelegate)[])
        [
            ("nothing thrown, synchronous", static _ => Task.CompletedTask),
            ("nothing thrown, suspended", static async _ => await Task.Yield()),
        ])
        {
            yield return Create(work, "bare", "/", "", "text/html", _ => { }, app => app.Run(end), isBaseline: true);
            yield return Create(work, "LinkErrors", "/", "", "text/html", AddLinkErrors, app =>
            {
                app.UseLinkErrors();
                app.Run(end);
            });
        }
    }

    private Contender Create(
        string work, string name, string path, string query, string accept, Action<IServiceCollection> services, Action<WebApplication> configure, bool isBaseline = false) =>
        CreateHost(work, name, path, query, accept, isBaseline, services, configure, _listening);

    private static Func<HttpContext, IResult> HandlerOf(Func<HttpContext, LinkError, IResult> answer, LinkError error) => context =>
    {
        Listeners.Tell(context, error);
        return answer(context, error);
    };

    private static RouteHandlerBuilder UseEndpoint(WebApplication app, Delegate handler)
    {
        app.UseRouting();
        RouteHandlerBuilder endpoint = app.MapGet("/return", handler);
        app.UseEndpoints(_ => { });
        return endpoint;
    }

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

    private static string ThrowBound(string client_id, string redirect_uri, string state) => throw new LinkTokenExpiredException();

    private static async Task<string> ThrowLaterAsync()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        throw new LinkTokenExpiredException();
    }

    private static Task ThrowApiAsync(HttpContext context)
    {
        context.SetLinkErrors(LinkEndpointKind.Api, "oauth");
        return ThrowAsync(context);
    }

    private sealed class Handler(Answering answer) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not LinkException link)
            {
                return false;
            }

            Listeners.Tell(httpContext, link.Error);
            await answer(httpContext, link.Error).ConfigureAwait(false);
            return true;
        }
    }
}
