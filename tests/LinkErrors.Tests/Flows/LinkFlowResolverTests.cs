using System.Text;
using LinkErrors.Flows;
using LinkErrors.Settings;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Flows;

/// <summary>Whose answer a search takes, what ends it, and whose time it takes.</summary>
public sealed class LinkFlowResolverTests
{
    private static readonly TimeSpan FlowTimeout = TimeSpan.FromSeconds(2);

    private static readonly LinkFlow Own = new() { ClientId = "own" };

    /// <summary>As docs/flows.md lists them.</summary>
    [Fact]
    public async Task Sources_OfAnApplication_AreThoseOfThePageInItsOrder()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<ILinkFlowSource>(new StubSource(_ => default));
        builder.Services.AddLinkErrors();
        builder.Services.AddSingleton<ILinkFlowSource>(new StubSource(_ => default));
        await using WebApplication app = builder.Build();

        app.Services.GetServices<ILinkFlowSource>().Select(source => source.GetType()).Should().Equal(
            typeof(StubSource),
            typeof(ApplicationLinkFlowSource),
            typeof(AuthenticationPropertiesLinkFlowSource),
            typeof(StateLinkFlowSource),
            typeof(RequestLinkFlowSource),
            typeof(StubSource));
    }

    /// <summary>The first answer counts. Who fails might have had one, so nobody is asked after that.</summary>
    [Theory]
    [InlineData("", "none", 0)]
    [InlineData("silent,silent", "none", 2)]
    [InlineData("silent,answers", "own", 2)]
    [InlineData("answers,fails", "own", 1)]
    [InlineData("fails,answers", "indeterminate", 1)]
    [InlineData("silent,fails,answers", "indeterminate", 2)]
    public async Task Sources_InTheirOrder_AreAskedUntilOneAnswersOrFails(string kinds, string expected, int asked)
    {
        await using TestApp app = await StartAsync();
        int count = 0;
        IEnumerable<ILinkFlowSource> sources = kinds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(kind => new StubSource(_ =>
        {
            count++;
            return kind switch
            {
                "answers" => ValueTask.FromResult<LinkFlow?>(Own),
                "fails" => throw new InvalidOperationException(),
                _ => default,
            };
        }));

        Notes notes = new();
        app.Services.GetRequiredService<SearchReport>().Observer = notes;

        LinkFlow flow = await Create(app, new ManualTime(), sources).ResolveAsync(new DefaultHttpContext(), withForm: false);

        Describe(flow).Should().Be(expected);
        count.Should().Be(asked);
        notes.Told.Select(note => (note.Reason, note.Source)).Should().Equal(expected switch
        {
            "own" => [("answered", nameof(StubSource))],
            "indeterminate" => [("source_failed", nameof(StubSource))],
            _ => [],
        });
    }

    /// <summary>A client that leaves takes its connections with it: that is its doing. All else is the source's.</summary>
    [Theory]
    [InlineData(typeof(OperationCanceledException), true, true)]
    [InlineData(typeof(TaskCanceledException), true, true)]
    [InlineData(typeof(IOException), true, true)]
    [InlineData(typeof(InvalidOperationException), true, false)]
    [InlineData(typeof(OperationCanceledException), false, false)]
    [InlineData(typeof(IOException), false, false)]
    public async Task Source_ThatFails_IsReportedUnlessTheClientHasLeft(Type kind, bool isClientGone, bool isThrown)
    {
        await using TestApp app = await StartAsync();
        Exception failure = (Exception)Activator.CreateInstance(kind)!;
        LinkFlowResolver resolver = Create(app, new ManualTime(), [new StubSource(_ => throw failure)]);
        DefaultHttpContext context = new() { RequestAborted = new CancellationToken(isClientGone) };

        Func<Task<LinkFlow>> search = async () => await resolver.ResolveAsync(context, withForm: false);

        if (isThrown)
        {
            (await search.Should().ThrowAsync<Exception>()).Which.Should().BeSameAs(failure);
        }
        else
        {
            Describe(await search()).Should().Be("indeterminate");
        }

        app.Log.Own.Count(entry => entry.EventId.Name == "FlowSourceFailed").Should().Be(isThrown ? 0 : 1);
    }

    /// <summary>A source that is left is told by its token. Where the client has left, its connections end, and that is no line; nor was anybody too slow.</summary>
    [Theory]
    [InlineData(true, typeof(IOException), 0)]
    [InlineData(true, typeof(OperationCanceledException), 0)]
    [InlineData(true, typeof(InvalidOperationException), 1)]
    [InlineData(false, typeof(IOException), 1)]
    [InlineData(false, typeof(OperationCanceledException), 0)]
    [InlineData(false, typeof(InvalidOperationException), 1)]
    public async Task Source_ThatIsLeft_IsReportedByWhoLeftAndHowItEnds(bool isClientGone, Type late, int lines)
    {
        await using TestApp app = await StartAsync();
        ManualTime time = new();
        TaskCompletionSource<LinkFlow?> pending = new();
        CancellationToken told = default;
        LinkFlowResolver resolver = Create(app, time, [new StubSource(token =>
        {
            told = token;
            return new ValueTask<LinkFlow?>(pending.Task);
        })]);
        using CancellationTokenSource gone = new();
        Task<LinkFlow> search = resolver.ResolveAsync(new DefaultHttpContext { RequestAborted = gone.Token }, withForm: false).AsTask();
        told.IsCancellationRequested.Should().BeFalse();

        if (isClientGone)
        {
            await gone.CancelAsync();
            await FluentActions.Awaiting(() => search).Should().ThrowAsync<OperationCanceledException>();
        }
        else
        {
            time.Advance(FlowTimeout);
            Describe(await search).Should().Be("indeterminate");
        }

        // Without a context to return to, who waits for it goes on before SetException returns.
        await Task.Run(() => pending.SetException((Exception)Activator.CreateInstance(late)!));
        told.IsCancellationRequested.Should().BeTrue();
        app.Log.Own.Count(entry => entry.EventId.Name == "FlowSourceTooSlow").Should().Be(isClientGone ? 0 : 1);
        app.Log.Own.Count(entry => entry.EventId.Name == "FlowSourceFailedLate").Should().Be(lines);
    }

    /// <summary>Who holds its thread for longer than a search may take is named; who came late because of others is not.</summary>
    [Theory]
    [InlineData("00:00:00", "00:00:02", 0)]
    [InlineData("00:00:00", "00:00:02.0000001", 1)]
    [InlineData("00:00:01.5", "00:00:01", 0)]
    [InlineData("00:00:01.5", "00:00:02.5", 1)]
    public async Task Source_ThatHoldsItsThread_IsNamedByItsOwnTime(string before, string held, int lines)
    {
        await using TestApp app = await StartAsync();
        ManualTime time = new();
        StubSource[] sources = [.. new[] { before, held }.Select(text => new StubSource(_ =>
        {
            time.Advance(TimeSpan.Parse(text, null));
            return default;
        }))];

        await Create(app, time, sources).ResolveAsync(new DefaultHttpContext(), withForm: false);

        app.Log.Own.Where(entry => entry.EventId.Name == "FlowSourceBlocked").Select(entry => entry.Text.Contains(held, StringComparison.Ordinal))
            .Should().Equal(Enumerable.Repeat(true, lines));
    }

    /// <summary>All sources of a request have one time together, but for what its form took: that is the client's time.</summary>
    [Theory]
    [InlineData(false, "indeterminate")]
    [InlineData(true, "web")]
    public async Task Store_AfterASourceThatTookAllTheTime_HasTimeOnlyBehindAForm(bool isPosted, string expected)
    {
        await using TestApp app = await StartAsync();
        ManualTime time = new();
        TaskCompletionSource<LinkClient?> found = new();
        StubClientStore store = new(_ => new ValueTask<LinkClient?>(found.Task));
        StubSource slow = new(_ =>
        {
            time.Advance(FlowTimeout);
            return default;
        });
        LinkFlowResolver resolver = Create(app, time, [slow, CreateRequestSource(app, store)], store);

        Task<LinkFlow> search = resolver.ResolveAsync(CreateContext(isPosted), isPosted).AsTask();

        search.IsCompleted.Should().Be(!isPosted);
        found.SetResult(new LinkClient("web", [LabSettings.RedirectUri]));
        Describe(await search).Should().Be(expected);
    }

    /// <summary>Two sources of the application's own are no exception.</summary>
    [Fact]
    public async Task Source_AfterOneThatTookAllTheTime_IsNotWaitedFor()
    {
        await using TestApp app = await StartAsync();
        ManualTime time = new();
        StubSource slow = new(_ =>
        {
            time.Advance(FlowTimeout);
            return default;
        });
        TaskCompletionSource<LinkFlow?> never = new();

        Task<LinkFlow> search = Create(app, time, [slow, new StubSource(_ => new ValueTask<LinkFlow?>(never.Task))])
            .ResolveAsync(new DefaultHttpContext(), withForm: false).AsTask();

        search.IsCompleted.Should().BeTrue();
        Describe(await search).Should().Be("indeterminate");
    }

    /// <summary>What is in the memory of this process is not waited for, so nobody looks at the clock; a store of the application's own is far away.</summary>
    [Theory]
    [InlineData("application", true, false)]
    [InlineData("properties", false, false)]
    [InlineData("properties", true, true)]
    [InlineData("request", false, false)]
    [InlineData("request", true, true)]
    [InlineData("own", false, true)]
    public async Task Clock_OfASearch_IsLookedAtWhereSomebodyMayHaveToWait(string kind, bool isStoreOwn, bool isLookedAt)
    {
        await using TestApp app = await StartAsync();
        ILinkClientStore store = isStoreOwn
            ? new StubClientStore(_ => ValueTask.FromResult<LinkClient?>(new LinkClient("web", [LabSettings.RedirectUri])))
            : app.Services.GetRequiredService<ILinkClientStore>();
        LinkFlowFactory factory = new(store, app.Services.GetRequiredService<SearchReport>());
        ILinkFlowSource source = kind switch
        {
            "application" => new ApplicationLinkFlowSource(),
            "properties" => new AuthenticationPropertiesLinkFlowSource(factory),
            "request" => new RequestLinkFlowSource(factory),
            _ => new StubSource(_ => ValueTask.FromResult<LinkFlow?>(new LinkFlow { ClientId = "web" })),
        };
        HttpContext context = CreateContext(isPosted: false);
        context.SetLinkFlow(new LinkFlow { ClientId = "web" });
        AuthenticationProperties properties = new();
        properties.SetLinkFlow(new LinkFlowRequest { ClientId = "web" });
        context.Features.Set(properties);
        CountingTime time = new();

        LinkFlow flow = await Create(app, time, [source], store).ResolveAsync(context, withForm: false);

        Describe(flow).Should().Be("web");
        (time.Looks > 0).Should().Be(isLookedAt);
    }

    /// <summary>Nobody can say what an unreadable form named, so no place is safe; and who has left needs no answer.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Form_ThatCannotBeRead_EndsTheSearch(bool isClientGone)
    {
        await using TestApp app = await StartAsync();
        LinkFlowResolver resolver = Create(app, new ManualTime(), [CreateRequestSource(app, app.Services.GetRequiredService<ILinkClientStore>())]);
        HttpContext context = CreateContext(isPosted: true);
        context.Request.ContentType += "; charset=utf-7";
        context.RequestAborted = new CancellationToken(isClientGone);

        Func<Task<LinkFlow>> search = async () => await resolver.ResolveAsync(context, withForm: true);

        if (isClientGone)
        {
            await search.Should().ThrowAsync<OperationCanceledException>();
        }
        else
        {
            Describe(await search()).Should().Be("indeterminate");
        }
    }

    /// <summary>A source that goes by what a request says is not asked where it says nothing.</summary>
    [Theory]
    [InlineData(false, "none", 0)]
    [InlineData(true, "own", 1)]
    public async Task SourceByTheRequest_ThatCanFindNothing_IsNotAsked(bool mayFind, string expected, int asked)
    {
        await using TestApp app = await StartAsync();
        SayingSource source = new(mayFind);

        LinkFlow flow = await Create(app, new ManualTime(), [source]).ResolveAsync(CreateContext(isPosted: false), withForm: false);

        Describe(flow).Should().Be(expected);
        source.Asked.Should().Be(asked);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(app => app.UseLinkErrors(), LabSettings.WithClient());

    private static LinkFlowResolver Create(TestApp app, TimeProvider time, IEnumerable<ILinkFlowSource> sources, ILinkClientStore? store = null)
    {
        SearchReport report = app.Services.GetRequiredService<SearchReport>();
        return new LinkFlowResolver(
            sources,
            store ?? app.Services.GetRequiredService<ILinkClientStore>(),
            new LinkRequestReader(app.Services.GetRequiredService<LinkErrorsSettingsSource>(), time, report),
            report);
    }

    private static RequestLinkFlowSource CreateRequestSource(TestApp app, ILinkClientStore store) =>
        new(new LinkFlowFactory(store, app.Services.GetRequiredService<SearchReport>()));

    private static DefaultHttpContext CreateContext(bool isPosted)
    {
        DefaultHttpContext context = new();
        if (isPosted)
        {
            context.Request.Method = HttpMethods.Post;
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Body = new MemoryStream(Encoding.ASCII.GetBytes("client_id=web"));
        }
        else
        {
            context.Request.QueryString = new QueryString("?client_id=web");
        }

        return context;
    }

    private static string? Describe(LinkFlow flow) => flow.IsIndeterminate ? "indeterminate" : flow.ClientId ?? "none";

    private sealed class Notes : ISearchObserver
    {
        public List<SearchNote> Told { get; } = [];

        public void Note(SearchNote note) => Told.Add(note);
    }

    private sealed class StubSource(Func<CancellationToken, ValueTask<LinkFlow?>> find) : ILinkFlowSource
    {
        public ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken) => find(cancellationToken);
    }

    private sealed class SayingSource(bool mayFind) : IRequestLinkFlowSource
    {
        public int Asked { get; private set; }

        public bool MayFind(RequestParameters parameters) => mayFind;

        public ValueTask<LinkFlow?> FindAsync(RequestParameters parameters, CancellationToken cancellationToken)
        {
            Asked++;
            return ValueTask.FromResult<LinkFlow?>(Own);
        }
    }

    private sealed class CountingTime : TimeProvider
    {
        public int Looks { get; private set; }

        public override long GetTimestamp()
        {
            Looks++;
            return base.GetTimestamp();
        }
    }
}
