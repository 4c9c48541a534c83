using LinkErrors.EntityFrameworkCore.Tests.Databases;
using LinkErrors.Flows;
using Links;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.EntityFrameworkCore.Tests.Docs;

/// <summary>The code of docs/stores.md does what the page says.</summary>
public sealed class StoresPageTests
{
    [Fact]
    public async Task Registry_OfThePage_AddsAClientThatWasAskedForAndChangesItAtOnce()
    {
        await using SqliteTestDatabase database = new();
        await using TestApp app = await ClientApp.StartAsync(builder =>
        {
            builder.Services.AddDbContext<ApplicationContext>(database.Configure);
            // On a busy machine the first query takes long.
            builder.Services.AddLinkErrors(options => options.FlowTimeout = TimeSpan.FromMinutes(1))
                .AddEntityFrameworkClients<ApplicationContext>(options => options.QueryTimeout = TimeSpan.FromMinutes(1));
            builder.Services.AddScoped<ClientRegistry>();
        });
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApplicationContext>().Database.EnsureCreatedAsync();
        ClientRegistry registry = scope.ServiceProvider.GetRequiredService<ClientRegistry>();

        (await app.AskAsync("client_id=wearables")).Should().BeNull("nobody has the name yet");
        await registry.AddAsync(new LinkClient("wearables", ["https://example.com/vital/callback"], dialect: "junction"));
        (await app.AskAsync("client_id=wearables")).Should().Be("https://example.com/vital/callback");

        await registry.ChangeAsync(new LinkClient("wearables", ["https://example.com/new"], dialect: "junction"));
        (await app.AskAsync("client_id=wearables")).Should().Be("https://example.com/new");
    }
}
