using System.Diagnostics;
using System.Diagnostics.Metrics;
using LinkErrors.Exceptions;
using LinkErrors.Responses;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Responses;

/// <summary>What operators count and trace, with few values whatever is sent.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData("/link", "error.type=link_token_expired http.response.status_code=400 linkerrors.delivery=json linkerrors.dialect=oauth")]
    [InlineData("/link" + LabSettings.Flow, "error.type=link_token_expired http.response.status_code=302 linkerrors.delivery=redirect linkerrors.dialect=oauth")]
    [InlineData("/unknown", "error.type=_OTHER http.response.status_code=400 linkerrors.delivery=json linkerrors.dialect=oauth")]
    [InlineData("/faulty", "error.type=link_token_expired http.response.status_code=500 linkerrors.delivery=plain")]
    [InlineData("/ok", null)]
    public async Task Counter_OfResponses_HasItsTags(string path, string? tags)
    {
        await using TestApp app = await StartAsync();
        List<string> seen = [];
        using MeterListener listener = Listen(app, seen);

        await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);
        await app.DisposeAsync();

        seen.Should().Equal(tags is null ? [] : [tags]);
    }

    // docs/telemetry.md: dashboards group by these names.
    [Theory]
    [InlineData(LinkErrorDelivery.Redirect, "redirect")]
    [InlineData(LinkErrorDelivery.FragmentRedirect, "fragment")]
    [InlineData(LinkErrorDelivery.FormPost, "form_post")]
    [InlineData(LinkErrorDelivery.WebMessage, "web_message")]
    [InlineData(LinkErrorDelivery.Html, "html")]
    [InlineData(LinkErrorDelivery.Json, "json")]
    public void Delivery_OfEachKind_HasItsName(LinkErrorDelivery delivery, string name) => LinkErrorsTelemetry.GetName(delivery).Should().Be(name);

    [Fact]
    public async Task Activity_OfTheRequest_IsTagged()
    {
        await using TestApp app = await StartAsync(("IncludeClientInTelemetry", "true"));
        TaskCompletionSource<Dictionary<string, object?>> stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId.ToString() == "11111111111111111111111111111111")
                {
                    stopped.TrySetResult(activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using HttpRequestMessage request = new(HttpMethod.Get, "/inner" + LabSettings.Flow) { Headers = { { "Accept", "application/json" } } };
        request.Headers.TryAddWithoutValidation("traceparent", "00-11111111111111111111111111111111-b7ad6b7169203331-01");

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        // The server ends the activity after the response, and a client may be done before that.
        Dictionary<string, object?> tags = await stopped.Task.WaitAsync(TimeSpan.FromMinutes(1));
        tags.Should().Contain(LinkErrorsTelemetry.CodeTag, "link_token_expired").And.Contain(LinkErrorsTelemetry.DialectTag, "oauth").And.Contain(LinkErrorsTelemetry.DeliveryTag, "json")
            .And.Contain(LinkErrorsTelemetry.ClientTag, "web");
    }

    private static MeterListener Listen(TestApp app, List<string> seen)
    {
        IMeterFactory factory = app.Services.GetRequiredService<IMeterFactory>();
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == LinkErrorsTelemetry.ResponsesName && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            count.Should().Be(1);
            lock (seen)
            {
                seen.Add(string.Join(' ', tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")));
            }
        });
        listener.Start();
        return listener;
    }

    private static Task<TestApp> StartAsync(params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/link", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/inner", string () =>
            {
                using Activity activity = new Activity("inner").Start();
                throw new LinkTokenExpiredException();
            }).WithLinkErrors();
            app.MapGet("/unknown", () => TypedResults.LinkError(new LinkErrorDefinition("made_up_" + Guid.NewGuid().ToString("N")))).WithLinkErrors();
            app.MapGet("/faulty", () => TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired)).WithLinkErrors(LinkEndpointKind.Api, "faulty");
            app.MapGet("/ok", () => "ok").WithLinkErrors();
        },
        LabSettings.WithClient(settings),
        builder => builder.Services.AddLinkErrors().AddDialect(new StubDialect("faulty") { Members = _ => throw new InvalidOperationException() }));
}
