using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Benchmarks;

/// <summary>The thrown works again with somebody listening: to the counter, or to the log at Information. The hand-written ones count and log too.</summary>
internal static class ListeningContenders
{
    public static IEnumerable<Contender> Create()
    {
        foreach ((string work, string query, string accept, LinkEndpointKind kind, Func<HttpContext, LinkError, Task> answer) in ((string, string, string, LinkEndpointKind, Func<HttpContext, LinkError, Task>)[])
        [
            ("thrown, redirect", Contenders.Flow, "text/html", LinkEndpointKind.Unspecified, HandWritten.RedirectAsync),
            ("thrown, JSON", "", "application/json", LinkEndpointKind.Api, HandWritten.JsonAsync),
            ("thrown, HTML", "", "text/html", LinkEndpointKind.Unspecified, HandWritten.HtmlAsync),
        ])
        {
            foreach (Listening listening in (Listening[])[Listening.ToMetrics, Listening.ToLog])
            {
                string name = $"{work}, {(listening == Listening.ToMetrics ? "metrics listened to" : "logged to nowhere")}";
                yield return Contenders.CreateHost(name, "hand-written", "/", query, accept, isBaseline: true, services => Listen(services, listening), app =>
                {
                    app.Use(HandWritten.Catch(Tell(app.Services, listening, answer)));
                    app.Run(Contenders.ThrowAsync);
                });
                yield return Contenders.CreateHost(name, "LinkErrors", "/", query, accept, isBaseline: false, services =>
                {
                    Contenders.AddLinkErrors(services);
                    Listen(services, listening);
                }, app =>
                {
                    Hear(app.Services, listening);
                    app.UseLinkErrors();
                    app.Run(context =>
                    {
                        if (kind == LinkEndpointKind.Api)
                        {
                            context.SetLinkErrors(kind, "oauth");
                        }

                        return Contenders.ThrowAsync(context);
                    });
                });
            }
        }
    }

    private static void Listen(IServiceCollection services, Listening listening)
    {
        if (listening == Listening.ToLog)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(new NullSink()));
        }
    }

    /// <summary>What a careful application writes: one count, or one line.</summary>
    private static Func<HttpContext, LinkError, Task> Tell(IServiceProvider services, Listening listening, Func<HttpContext, LinkError, Task> answer)
    {
        Hear(services, listening);
        Counter<long> counter = services.GetRequiredService<IMeterFactory>().Create("HandWritten").CreateCounter<long>("errors");
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("HandWritten");
        return (context, error) =>
        {
            counter.Add(1, new KeyValuePair<string, object?>("error.type", error.Code), new KeyValuePair<string, object?>("http.response.status_code", error.StatusCode));
            BenchmarkLog.Answered(logger, error.Code, error.StatusCode, context.TraceIdentifier);
            return answer(context, error);
        };
    }

    /// <summary>A listener hears every meter of the process, so it takes those of its host alone.</summary>
    private static void Hear(IServiceProvider services, Listening listening)
    {
        if (listening != Listening.ToMetrics)
        {
            return;
        }

        IMeterFactory meters = services.GetRequiredService<IMeterFactory>();
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        listener.Start();
    }

    private enum Listening
    {
        ToMetrics,
        ToLog,
    }

    private sealed class NullSink : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        /// <summary>A sink makes the text at least.</summary>
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _ = formatter(state, exception);

        public void Dispose()
        {
        }
    }
}
