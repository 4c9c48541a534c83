using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Flows;

/// <summary>A store is a singleton, as docs/flows.md says: what it needs of a scope, it takes from one of its own in each call.</summary>
public sealed class ClientStoreLifetimeTests
{
    [Fact]
    public void Store_OfAScope_StopsTheStartInDevelopment()
    {
        Action build = () => Build("Development", services => services.AddScoped<ILinkClientStore, ScopedStore>());

        build.Should().Throw<AggregateException>().WithMessage("*Cannot consume scoped service 'LinkErrors.Flows.ILinkClientStore' from singleton*");
    }

    [Fact]
    public void Store_OfAScope_IsToldOfByNobodyElsewhere()
    {
        Action build = () => Build("Production", services => services.AddScoped<ILinkClientStore, ScopedStore>());

        build.Should().NotThrow();
    }

    [Fact]
    public async Task Store_ThatOpensAScopeInEachCall_FindsAClientByAnInstanceOfItsOwn()
    {
        ScopedQuery.Made = 0;
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            services: builder => builder.Services.AddScoped<ScopedQuery>().AddSingleton<ILinkClientStore, ScopingStore>());

        for (int count = 0; count < 2; count++)
        {
            using HttpResponseMessage response = await app.Client.GetAsync("/?client_id=one");
            response.Headers.NonValidated["Location"].ToString().Should().StartWith("https://one.example/cb?");
        }

        ScopedQuery.Made.Should().Be(2);
    }

    private static void Build(string environment, Action<IServiceCollection> add)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Services.AddLinkErrors();
        add(builder.Services);
        using IDisposable app = builder.Build();
    }

    private sealed class ScopedQuery
    {
        public ScopedQuery() => Made++;

        public static int Made { get; set; }

        public LinkClient Client { get; } = new("one", ["https://one.example/cb"]);
    }

    private sealed class ScopedStore : ILinkClientStore
    {
        public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken) => default;

        public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) => default;
    }

    private sealed class ScopingStore(IServiceScopeFactory scopes) : ILinkClientStore
    {
        public async ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken)
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            return scope.ServiceProvider.GetRequiredService<ScopedQuery>().Client;
        }

        public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) => default;
    }
}
