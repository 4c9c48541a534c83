using System.Collections.Concurrent;
using System.Diagnostics;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Responses;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Responses;

/// <summary>What the tools of an operator are told beside the library's own counter: traces, the host's metrics, agents.</summary>
public sealed class TraceTests
{
    private const string Secret = "Password=hunter2";

    // OpenTelemetry, Recording errors: the status is Error when the operation failed; what is handled is no exception event.
    [Theory]
    [InlineData("/link", ActivityStatusCode.Unset, false)]
    [InlineData("/provider", ActivityStatusCode.Unset, false)]
    [InlineData("/unexpected", ActivityStatusCode.Error, true)]
    [InlineData("/unexpected" + LabSettings.Flow, ActivityStatusCode.Error, true)]
    [InlineData("/faulty", ActivityStatusCode.Error, true)]
    public async Task Activity_OfAnAnswer_IsAnErrorOnlyIfNobodyExpectedIt(string path, ActivityStatusCode status, bool hasException)
    {
        await using TestApp app = await StartAsync();
        string trace = ActivityTraceId.CreateRandom().ToString();
        TaskCompletionSource<Activity> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _ = activity.TraceId.ToString() == trace && ended.TrySetResult(activity),
        };
        ActivitySource.AddActivityListener(listener);
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-b7ad6b7169203331-01");

        using HttpResponseMessage response = await app.Client.SendAsync(request);
        Activity activity = await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));

        activity.Status.Should().Be(status);
        activity.Events.Select(item => item.Name).Should().Equal(hasException ? ["exception"] : []);
        activity.TagObjects.Where(tag => tag.Value is string).Select(tag => (string)tag.Value!).Should().NotContain(value => value.Contains(Secret, StringComparison.Ordinal));
        activity.GetTagItem(LinkErrorsTelemetry.ReferenceTag).Should().Be(LinkErrors.Diagnostics.ShortReference.Of(trace), "the plain answer is found by it, too");
    }

    [Theory]
    [InlineData("/ok", null)]
    [InlineData("/link" + LabSettings.Flow, "link_token_expired")]
    [InlineData("/unknown", "_OTHER")]
    [InlineData("/unexpected", "server_error")]
    [InlineData("/tagged", "link_token_expired")]
    public async Task RequestDuration_OfTheHost_HasTheCodeOnce(string path, string? code)
    {
        await using TestApp app = await StartAsync();
        using MeasuredTag seen = new(app, "http.server.request.duration", LinkErrorsTelemetry.CodeTag);

        await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);
        await app.DisposeAsync();

        seen.Values.Should().Equal(code ?? "");
        app.Log.Own.Should().NotContain(entry => entry.EventId.Name == "ResponseFailed");
    }

    [Theory]
    [InlineData("/link", false)]
    [InlineData("/provider", false)]
    [InlineData("/unexpected", true)]
    [InlineData("/faulty", true)]
    public async Task DiagnosticListener_OfTheHost_IsToldOfWhatNobodyExpected(string path, bool isTold)
    {
        await using TestApp app = await StartAsync();
        ConcurrentQueue<object> told = new();
        using IDisposable subscription = app.Services.GetRequiredService<DiagnosticListener>().Subscribe(
            new Observer(pair => told.Enqueue(pair.Value!)), name => name == LinkErrorsTelemetry.HandledException);

        await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);
        await app.DisposeAsync();

        told.Should().HaveCount(isTold ? 1 : 0);
        foreach (object payload in told)
        {
            payload.GetType().GetProperty("exception")!.GetValue(payload).Should().BeOfType<InvalidOperationException>();
            payload.GetType().GetProperty("httpContext")!.GetValue(payload).Should().BeAssignableTo<HttpContext>();
            payload.GetType().GetProperty("currentTimestamp")!.GetValue(payload).Should().BeOfType<long>();
        }
    }

    [Theory]
    [InlineData("/link" + LabSettings.Flow, "")]
    [InlineData("/link?client_id=nobody", "client_unknown")]
    [InlineData("/link?client_id=web&redirect_uri=https%3A%2F%2Fclient.example%2Fother", "uri_unregistered")]
    [InlineData("/link?client_id=web&state=%FF", "state_not_echoable")]
    [InlineData("/link?code=c&state=le.forged", "state_refused")]
    [InlineData("/link?client_id=broken", "source_failed")]
    [InlineData("/link?client_id=slow", "source_too_slow")]
    [InlineData("/link?client_id=renamed", "store_answered_another")]
    public async Task Refusals_ByReason_AreCountedOnce(string path, string reason)
    {
        await using TestApp app = await StartAsync(new NamedClientStore());
        using MeasuredTag seen = new(app, SearchReport.RefusalsName, SearchReport.ReasonTag);

        await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);
        await app.DisposeAsync();

        seen.Values.Should().Equal(reason.Length == 0 ? [] : [reason]);
    }

    /// <summary>Only a client of the store is a tag: what requests name would be a series each.</summary>
    [Theory]
    [InlineData("true", LabSettings.Flow, "web")]
    [InlineData("true", "?client_id=nobody", "")]
    [InlineData("false", LabSettings.Flow, "")]
    public async Task Client_OfTheFlow_IsATagWhereItIsSwitchedOn(string setting, string query, string client)
    {
        await using TestApp app = await StartAsync(settings: ("IncludeClientInTelemetry", setting));
        using MeasuredTag seen = new(app, LinkErrorsTelemetry.ResponsesName, LinkErrorsTelemetry.ClientTag);

        await LabAnswer.AskAsync(app.Client, "/link" + query, HttpMethod.Get);
        await app.DisposeAsync();

        seen.Values.Should().Equal(client);
    }

    private static Task<TestApp> StartAsync(ILinkClientStore? store = null, params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/link", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/provider", string () => throw new ProviderApiException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/unexpected", string () => throw new InvalidOperationException(Secret)).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/unknown", () => TypedResults.LinkError(new LinkErrorDefinition("made_up_" + Guid.NewGuid().ToString("N")))).WithLinkErrors();
            app.MapGet("/faulty", () => TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired)).WithLinkErrors(LinkEndpointKind.Api, "faulty");
            app.MapGet("/tagged", string (HttpContext context) =>
            {
                context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMetricsTagsFeature>()!.Tags.Add(new("error.type", "mine"));
                throw new LinkTokenExpiredException();
            }).WithLinkErrors();
            app.MapGet("/ok", () => "ok").WithLinkErrors();
        },
        LabSettings.WithClient([("FlowTimeout", "00:00:00.050"), .. settings]),
        builder =>
        {
            builder.Services.AddDataProtection();
            builder.Services.AddLinkErrors().AddDialect(new StubDialect("faulty") { Members = _ => throw new InvalidOperationException(Secret) });
            if (store is not null)
            {
                builder.Services.AddSingleton(store);
            }
        });

    private sealed class NamedClientStore : ILinkClientStore
    {
        public async ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken)
        {
            if (clientId == "slow")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return clientId switch
            {
                "broken" => throw new InvalidOperationException("The database is away."),
                "nobody" => null,
                "renamed" => new LinkClient("RENAMED", [LabSettings.RedirectUri]),
                _ => new LinkClient(clientId, [LabSettings.RedirectUri]),
            };
        }

        public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) => ValueTask.FromResult<LinkClient?>(null);
    }

    private sealed class Observer(Action<KeyValuePair<string, object?>> next) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KeyValuePair<string, object?> value) => next(value);
    }
}
