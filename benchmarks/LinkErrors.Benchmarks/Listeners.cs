using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Benchmarks;

/// <summary>Lets somebody listen to the hosts of the contenders. The hand-written ones count and log too, where somebody listens.</summary>
internal static class Listeners
{
    public static string Name(Listening listening) => listening switch
    {
        Listening.ToMetrics => ", metrics listened to",
        Listening.ToLog => ", logged to nowhere",
        _ => "",
    };

    public static void Add(IServiceCollection services, Listening listening)
    {
        if (listening == Listening.ToLog)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(new NullSink()));
        }

        if (listening != Listening.Off)
        {
            AddTeller(services);
        }
    }

    /// <summary>Lets the hand-written contenders count and write a line.</summary>
    public static void AddTeller(IServiceCollection services) => services.AddMetrics().AddSingleton<Teller>();

    /// <summary>A listener hears every meter of the process, so it takes those of its host alone.</summary>
    public static void Start(IServiceProvider services, Listening listening)
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

    /// <summary>What a careful application writes: one count, and one line.</summary>
    public static void Tell(HttpContext context, LinkError error) => context.RequestServices.GetService<Teller>()?.Tell(context, error);

    private sealed class Teller(IMeterFactory meters, ILogger<Teller> logger)
    {
        private readonly Counter<long> _counter = meters.Create("HandWritten").CreateCounter<long>("errors");

        public void Tell(HttpContext context, LinkError error)
        {
            _counter.Add(1, new KeyValuePair<string, object?>("error.type", error.Code), new KeyValuePair<string, object?>("http.response.status_code", error.StatusCode));
            BenchmarkLog.Answered(logger, error.Code, error.StatusCode, context.TraceIdentifier);
        }
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
