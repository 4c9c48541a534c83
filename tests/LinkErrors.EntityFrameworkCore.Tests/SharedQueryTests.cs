using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.EntityFrameworkCore.Tests;

/// <summary>Many ask at the same time: for one name, for many, and some leave.</summary>
public sealed class SharedQueryTests
{
    private static readonly LinkClient Acme = new("acme", ["https://acme.example/cb"]);

    [Fact]
    public async Task Errors_OfOneClientAtTheSameTime_ShareOneQuery()
    {
        TaskCompletionSource<LinkClient?> database = new();
        StubQuery query = new((_, _) => database.Task);
        await using TestApp app = await StubQuery.StartAsync(query);
        ILinkClientStore store = app.Services.GetRequiredService<ILinkClientStore>();

        Task<LinkClient?>[] asking = [.. Enumerable.Range(0, 50).Select(_ => store.FindByIdAsync("acme", CancellationToken.None).AsTask())];
        database.SetResult(Acme);

        (await Task.WhenAll(asking)).Should().AllBeEquivalentTo(Acme);
        query.Total.Should().Be(1);
    }

    [Fact]
    public async Task Caller_ThatLeaves_EndsTheQueryForNobodyElse()
    {
        TaskCompletionSource<LinkClient?> database = new();
        CancellationToken given = default;
        StubQuery query = new((_, token) =>
        {
            given = token;
            return database.Task;
        });
        await using TestApp app = await StubQuery.StartAsync(query);
        ILinkClientStore store = app.Services.GetRequiredService<ILinkClientStore>();
        using CancellationTokenSource impatient = new();
        Task<LinkClient?> left = store.FindByIdAsync("acme", impatient.Token).AsTask();
        Task<LinkClient?> stayed = store.FindByIdAsync("acme", CancellationToken.None).AsTask();

        await impatient.CancelAsync();

        await left.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        database.SetResult(Acme);
        (await stayed).Should().BeSameAs(Acme);
        given.IsCancellationRequested.Should().BeFalse();
    }

    /// <summary>What a query read before a change must not be remembered after it.</summary>
    [Fact]
    public async Task Query_ThatBeganBeforeARemoval_IsNeitherKeptNorShared()
    {
        TaskCompletionSource<LinkClient?> old = new();
        LinkClient moved = new("acme", ["https://acme.example/moved"]);
        int asked = 0;
        StubQuery query = new((_, _) => Interlocked.Increment(ref asked) == 1 ? old.Task : Task.FromResult<LinkClient?>(moved));
        await using TestApp app = await StubQuery.StartAsync(query);
        ILinkClientStore store = app.Services.GetRequiredService<ILinkClientStore>();
        Task<LinkClient?> before = store.FindByIdAsync("acme", CancellationToken.None).AsTask();
        while (Volatile.Read(ref asked) == 0)
        {
            await Task.Yield();
        }

        app.Services.GetRequiredService<ILinkClientCache>().Remove("acme");
        LinkClient? after = await store.FindByIdAsync("acme", CancellationToken.None);
        old.SetResult(Acme);

        (await before).Should().BeSameAs(Acme);
        after.Should().BeSameAs(moved);
        (await store.FindByIdAsync("acme", CancellationToken.None)).Should().BeSameAs(moved);
    }

    [Fact]
    public async Task Queries_OfManyNames_AreBounded()
    {
        int running = 0, most = 0;
        TaskCompletionSource goOn = new();
        StubQuery query = new(async (_, _) =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await goOn.Task;
            Interlocked.Decrement(ref running);
            return null;
        });
        await using TestApp app = await StubQuery.StartAsync(query, options => options.MaximumQueries = 3);
        ILinkClientStore store = app.Services.GetRequiredService<ILinkClientStore>();

        Task<LinkClient?>[] asking = [.. Enumerable.Range(0, 40).Select(index => store.FindByIdAsync($"nobody-{index}", CancellationToken.None).AsTask())];
        while (query.Total < 3)
        {
            await Task.Yield();
        }

        goOn.SetResult();
        await Task.WhenAll(asking);
        most.Should().BeLessThanOrEqualTo(3);
        query.Total.Should().Be(40);
    }

    [Fact]
    public async Task Query_ThatFails_IsAskedAgain()
    {
        int asked = 0;
        StubQuery query = new((_, _) => Interlocked.Increment(ref asked) == 1 ? throw new InvalidOperationException("The database is down.") : Task.FromResult<LinkClient?>(Acme));
        await using TestApp app = await StubQuery.StartAsync(query);

        (await app.AskAsync("client_id=acme")).Should().BeNull("nobody knows the client then");
        (await app.AskAsync("client_id=acme")).Should().Be("https://acme.example/cb");
        app.Log.Own.Should().ContainSingle(entry => entry.Exception is InvalidOperationException);
    }

    [Fact]
    public async Task Query_ThatTakesTooLong_IsLeftAndNamesItsLimit()
    {
        ManualTime time = new();
        StubQuery query = new(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return null;
        });
        await using TestApp app = await StubQuery.StartAsync(query, options => options.QueryTimeout = TimeSpan.FromSeconds(2), time);
        Task<LinkClient?> asking = app.Services.GetRequiredService<ILinkClientStore>().FindByIdAsync("acme", CancellationToken.None).AsTask();

        Func<Task> waiting = () => time.AdvanceUntilAsync(asking, TimeSpan.FromSeconds(2));

        await waiting.Should().ThrowAsync<TemporarilyUnavailableException>("a time-out by itself is taken for a provider's").WithMessage("*00:00:02*EntityFrameworkClientOptions.QueryTimeout*");
    }

    /// <summary>What a tenant's filter reads of the request must not depend on which request happens to be the first.</summary>
    [Fact]
    public async Task Query_OfARequest_SeesNothingOfIt()
    {
        AsyncLocal<string?> ambient = new();
        string? seen = "not asked";
        StubQuery query = new(_ =>
        {
            seen = ambient.Value;
            return Acme;
        });
        await using TestApp app = await StubQuery.StartAsync(query);
        ambient.Value = "tenant";

        await app.Services.GetRequiredService<ILinkClientStore>().FindByIdAsync("acme", CancellationToken.None);

        seen.Should().BeNull();
    }

    private static void InterlockedMax(ref int most, int now)
    {
        int known;
        do
        {
            known = Volatile.Read(ref most);
        }
        while (now > known && Interlocked.CompareExchange(ref most, now, known) != known);
    }
}
