using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Flows;

/// <summary>How a search for a flow ends that does not end by itself.</summary>
public sealed class LinkSearchTests
{
    private static readonly TimeSpan FlowTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The token of a search is told after the search was left, and what others registered on it fails there, not here.</summary>
    [Fact]
    public async Task Source_WhoseRegistrationOnTheTokenThrows_IsLeftAndFailsInOneLine()
    {
        ManualTime time = new();
        StuckSource source = new(static token => token.Register(static () => throw new InvalidOperationException("registered by somebody else")));
        await using TestApp app = await StartAsync(time, builder => builder.Services.AddSingleton<ILinkFlowSource>(source));

        Task<HttpResponseMessage> request = app.Client.GetAsync("/");
        await source.Asked;
        using HttpResponseMessage response = await time.AdvanceUntilAsync(request, FlowTimeout);
        source.Fail(new OperationCanceledException());

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        LogEntry late = await FindAsync(app, "FlowSourceFailedLate");
        late.Level.Should().Be(LogLevel.Warning);
        late.Exception.Should().BeNull();
        late.Text.Should().Contain(nameof(StuckSource)).And.Contain("registered by somebody else");
    }

    /// <summary>Neither end hides the other, whichever comes first.</summary>
    [Fact]
    public async Task Source_WhoseRegistrationAndSearchBothFail_IsALineForEach()
    {
        ManualTime time = new();
        StuckSource source = new(static token => token.Register(static () => throw new InvalidOperationException("registered by somebody else")));
        await using TestApp app = await StartAsync(time, builder => builder.Services.AddSingleton<ILinkFlowSource>(source));

        Task<HttpResponseMessage> request = app.Client.GetAsync("/");
        await source.Asked;
        using HttpResponseMessage response = await time.AdvanceUntilAsync(request, FlowTimeout);
        source.Fail(new InvalidOperationException("the search itself"));

        await FindAsync(app, "FlowSourceFailedLate", "registered by somebody else");
        await FindAsync(app, "FlowSourceFailedLate", "the search itself");
    }

    /// <summary>While the search is waited for, its token says nothing: what is registered on it cannot run into the answer.</summary>
    [Fact]
    public async Task Source_ThatFailsAfterItWasLeft_IsOneLine()
    {
        ManualTime time = new();
        StuckSource source = new(static _ => { });
        await using TestApp app = await StartAsync(time, builder => builder.Services.AddSingleton<ILinkFlowSource>(source));

        Task<HttpResponseMessage> request = app.Client.GetAsync("/");
        await source.Asked;
        source.Token.IsCancellationRequested.Should().BeFalse();
        using HttpResponseMessage response = await time.AdvanceUntilAsync(request, FlowTimeout);
        source.Fail(new InvalidOperationException("late\nforged line"));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        LogEntry late = await FindAsync(app, "FlowSourceFailedLate");
        late.Text.Should().Contain("late\\u000Aforged line");
        source.Token.IsCancellationRequested.Should().BeTrue();
    }

    /// <summary>Nobody can take a thread from a store that blocks it; the log says which one does, and its answer counts.</summary>
    [Fact]
    public async Task Store_ThatHoldsItsThread_IsNamedInTheLog()
    {
        ManualTime time = new();
        StubClientStore store = new(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return ValueTask.FromResult<LinkClient?>(new LinkClient("web", [LabSettings.RedirectUri]));
        });
        await using TestApp app = await StartAsync(time, builder => builder.Services.AddSingleton<ILinkClientStore>(store));

        using HttpResponseMessage response = await app.Client.GetAsync("/?client_id=web");

        response.StatusCode.Should().Be(HttpStatusCode.Found);
        LogEntry blocked = app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "FlowSourceBlocked").Subject;
        blocked.Level.Should().Be(LogLevel.Warning);
        blocked.Text.Should().Contain(nameof(StubClientStore)).And.Contain("00:00:10").And.Contain("00:00:02");
    }

    /// <summary>Or whoever posts slowly, to the moment, could call any store slow, as an error.</summary>
    [Fact]
    public async Task Store_BehindAFormThatTookItsTime_HasTimeOfItsOwn()
    {
        ManualTime time = new();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<LinkClient?> found = new();
        StubClientStore store = new(_ =>
        {
            asked.SetResult();
            return new ValueTask<LinkClient?>(found.Task);
        });
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapPost("/", string (HttpContext context) =>
                {
                    context.Request.Body = new LateBody("client_id=web&state=s"u8.ToArray(), () => time.Advance(FlowTimeout));
                    throw new AccessDeniedException();
                }).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            services: builder => builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<ILinkClientStore>(store));
        using FormUrlEncodedContent form = new([KeyValuePair.Create("client_id", "web"), KeyValuePair.Create("state", "s")]);

        Task<HttpResponseMessage> request = app.Client.PostAsync("/", form);
        await asked.Task;
        found.SetResult(new LinkClient("web", [LabSettings.RedirectUri]));
        using HttpResponseMessage response = await request;

        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        app.Log.Own.Should().NotContain(entry => entry.Level > LogLevel.Information);
    }

    /// <summary>What no client can have registered is no question for a store: a database throws at a NUL, and so a stranger could fill the log.</summary>
    [Theory]
    [InlineData("?client_id=%00")]
    [InlineData("?client_id=web%0A")]
    [InlineData("?client_id=web%E9")]
    [InlineData("?redirect_uri=%00")]
    [InlineData("?redirect_uri=https://client.example/%00")]
    [InlineData("?redirect_uri=https://client.example/%ED%A0%80")]
    public async Task Store_WhereNothingCanBeRegistered_IsNotAsked(string query)
    {
        StubClientStore store = new(static _ => throw new InvalidOperationException("invalid byte sequence"));
        await using TestApp app = await StartAsync(new ManualTime(), builder => builder.Services.AddSingleton<ILinkClientStore>(store));

        using HttpResponseMessage response = await app.Client.GetAsync("/" + query);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        app.Log.Own.Should().Contain(entry => entry.EventId.Name == "ClientUnknown").And.NotContain(entry => entry.Level > LogLevel.Information);
    }

    /// <summary>Nothing of a flow is used there, so nothing of it is looked for.</summary>
    [Theory]
    [InlineData("/api", 0)]
    [InlineData("/api-of-the-client", 1)]
    public async Task Store_OfAnApiEndpointThatNamesItsDialect_IsNotAsked(string path, int asked)
    {
        int count = 0;
        StubClientStore store = new(_ =>
        {
            count++;
            return ValueTask.FromResult<LinkClient?>(null);
        });
        await using TestApp app = await StartAsync(new ManualTime(), builder => builder.Services.AddSingleton<ILinkClientStore>(store));

        using HttpResponseMessage response = await app.Client.GetAsync(path + "?client_id=web");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        count.Should().Be(asked);
    }

    private static Task<TestApp> StartAsync(ManualTime time, Action<WebApplicationBuilder> services) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
            app.MapGet("/api", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Api, "oauth");
            app.MapGet("/api-of-the-client", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Api);
        },
        services: builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            services(builder);
        });

    /// <summary>What is logged after the answer comes when it comes.</summary>
    private static async Task<LogEntry> FindAsync(TestApp app, string name, string text = "")
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (app.Log.Own.FirstOrDefault(entry => entry.EventId.Name == name && entry.Text.Contains(text, StringComparison.Ordinal)) is { } entry)
            {
                return entry;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A body of which a part takes long to arrive.</summary>
    private sealed class LateBody(byte[] content, Action wait) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == 0)
            {
                wait();
            }

            return base.ReadAsync(buffer, cancellationToken);
        }
    }

    private sealed class StuckSource(Action<CancellationToken> prepare) : ILinkFlowSource
    {
        private readonly TaskCompletionSource<LinkFlow?> _flow = new();
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public CancellationToken Token { get; private set; }

        public ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            prepare(cancellationToken);
            _asked.SetResult();
            return new ValueTask<LinkFlow?>(_flow.Task);
        }

        public void Fail(Exception exception) => _flow.SetException(exception);
    }
}
