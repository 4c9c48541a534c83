using LinkErrors.EntityFrameworkCore.Tests.Databases;
using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LinkErrors.EntityFrameworkCore.Tests;

/// <summary>A database that answers when a test lets it.</summary>
internal sealed class StubQuery(Func<LinkClientName, CancellationToken, Task<LinkClient?>> answer) : ILinkClientQuery
{
    private int _total;

    public StubQuery(Func<LinkClientName, LinkClient?> answer)
        : this((name, _) => Task.FromResult(answer(name)))
    {
    }

    public int Total => Volatile.Read(ref _total);

    public static Task<TestApp> StartAsync(StubQuery query, Action<EntityFrameworkClientOptions>? configure = null, TimeProvider? time = null) => ClientApp.StartAsync(builder =>
    {
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.Services.AddDbContext<ClientContext>(options => options.UseSqlite("Data Source=:memory:"));
        builder.Services.AddLinkErrors().AddEntityFrameworkClients<ClientContext>(configure);
        builder.Services.Replace(ServiceDescriptor.Singleton<ILinkClientQuery>(query));
    });

    public Task<LinkClient?> FindAsync(LinkClientName name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _total);
        return answer(name, cancellationToken);
    }
}
