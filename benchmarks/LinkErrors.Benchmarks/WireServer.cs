using System.Globalization;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Benchmarks;

/// <summary>One contender on a real server, for <c>wire.sh</c>. Whoever starts it sends the requests and ends it.</summary>
internal static class WireServer
{
    /// <summary>What the others do at best: the answer is known before the request.</summary>
    private const string Location = HandWritten.Target + "?error=invalid_request&error_description=The%20link%20token%20has%20expired.&state=xyz-123";

    private static readonly LinkError Error = new(LinkErrorDefinitions.LinkTokenExpired);

    public static async Task RunAsync(string name, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        bool logs = name.EndsWith("-logged", StringComparison.Ordinal);
        if (!logs)
        {
            builder.Logging.ClearProviders();
        }

        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        string contender = logs ? name[..^"-logged".Length] : name;
        AddServices(builder.Services, contender);
        WebApplication app = builder.Build();
        Configure(app, contender);
        await app.RunAsync().ConfigureAwait(false);
    }

    private static void AddServices(IServiceCollection services, string contender)
    {
        switch (contender)
        {
            case "exception-handler":
                services.AddSingleton<IExceptionHandler>(new RedirectHandler());
                break;
            case "exception-handler-telling":
                services.AddSingleton<IExceptionHandler>(new RedirectHandler());
                Listeners.AddTeller(services);
                break;
            case "problem-details":
                services.AddProblemDetails();
                break;
            case "thrown" or "returned" or "minimal" or "answering":
                Contenders.AddLinkErrors(services);
                break;
            case "controller-filter":
                services.AddControllers();
                break;
            case "controller" or "controller-answering":
                Contenders.AddControllers(services);
                break;
        }
    }

    private static void Configure(WebApplication app, string contender)
    {
        switch (contender)
        {
            case "limit":
                app.Run(AnswerAtOnceAsync);
                break;
            case "hand-written":
                app.Use(HandWritten.Catch(HandWritten.RedirectAsync));
                app.Run(Contenders.ThrowAsync);
                break;
            case "exception-handler" or "exception-handler-telling":
                app.UseExceptionHandler(static _ => { });
                app.Run(Contenders.ThrowAsync);
                break;
            case "problem-details":
                app.UseExceptionHandler();
                app.Run(Contenders.ThrowAsync);
                break;
            case "thrown":
                app.UseLinkErrors();
                app.Run(Contenders.ThrowAsync);
                break;
            case "returned":
                app.Run(ReturnAsync);
                break;
            case "minimal":
                app.UseLinkErrors();
                app.MapGet("/", static string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive, "oauth");
                break;
            case "answering":
                app.UseLinkErrors();
                app.MapGet("/", static string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive, "oauth", answerAtEndpoint: true);
                break;
            case "controller-filter":
                app.MapControllers();
                break;
            case "controller" or "controller-answering":
                app.UseLinkErrors();
                app.MapControllers();
                break;
            default:
                throw new ArgumentException($"There is no contender '{contender}'.", nameof(contender));
        }
    }

    private static Task AnswerAtOnceAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = Location;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static Task ReturnAsync(HttpContext context)
    {
        context.SetLinkErrors(LinkEndpointKind.Interactive, "oauth");
        return Results.LinkError(Error).ExecuteAsync(context);
    }

    private sealed class RedirectHandler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not LinkException link)
            {
                return false;
            }

            Listeners.Tell(httpContext, link.Error);
            await HandWritten.RedirectAsync(httpContext, link.Error).ConfigureAwait(false);
            return true;
        }
    }
}
