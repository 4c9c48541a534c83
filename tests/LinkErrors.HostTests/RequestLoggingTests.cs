using System.Net;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Hosting;

namespace LinkErrors.HostTests;

/// <summary>The log of requests stands in front of UseLinkErrors, or it tells of exceptions that were answered long since.</summary>
public sealed class RequestLoggingTests : ILogEventSink
{
    private readonly List<LogEvent> _logged = [];

    void ILogEventSink.Emit(LogEvent logEvent) => _logged.Add(logEvent);

    [Theory]
    [InlineData(true, LogEventLevel.Information, 401, false)]
    [InlineData(false, LogEventLevel.Error, 500, true)]
    public async Task Serilog_InFrontOrBehind_LogsTheAnswerOrTheException(bool isInFront, LogEventLevel level, int status, bool hasException)
    {
        using Logger logger = new LoggerConfiguration().WriteTo.Sink(this).CreateLogger();

        await AskAsync(
            app => app.UseSerilogRequestLogging(options => options.Logger = logger),
            services => services.AddSingleton(new DiagnosticContext(logger)),
            isInFront);

        LogEvent entry = _logged.Should().ContainSingle().Subject;
        entry.Level.Should().Be(level);
        entry.Properties["StatusCode"].Should().BeOfType<ScalarValue>().Which.Value.Should().Be(status);
        (entry.Exception is not null).Should().Be(hasException);
    }

    [Theory]
    [InlineData(true, "StatusCode: 401")]
    [InlineData(false, "StatusCode: 200")]
    public async Task HttpLogging_InFrontOrBehind_LogsTheAnswerOrTheStatusBeforeIt(bool isInFront, string expected)
    {
        IReadOnlyList<LogEntry> log = await AskAsync(
            app => app.UseHttpLogging(),
            services => services.AddHttpLogging(options => options.LoggingFields = HttpLoggingFields.ResponseStatusCode),
            isInFront);

        log.Where(entry => entry.Category.StartsWith("Microsoft.AspNetCore.HttpLogging", StringComparison.Ordinal)).Should().ContainSingle().Which.Text.Should().Contain(expected);
    }

    private static async Task<IReadOnlyList<LogEntry>> AskAsync(Action<WebApplication> use, Action<IServiceCollection> services, bool isInFront)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                Action<WebApplication>[] order = isInFront ? [use, UseLinkErrors] : [UseLinkErrors, use];
                foreach (Action<WebApplication> middleware in order)
                {
                    middleware(app);
                }

                app.MapGet("/", string () => throw new InvalidTokenException()).WithLinkErrors(LinkEndpointKind.Api);
            },
            services: builder => services(builder.Services));
        using HttpResponseMessage response = await app.Client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        return [.. app.Log.Entries];

        static void UseLinkErrors(WebApplication app) => app.UseLinkErrors();
    }
}
