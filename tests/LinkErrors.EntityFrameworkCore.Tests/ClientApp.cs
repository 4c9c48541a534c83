using LinkErrors.EntityFrameworkCore.Tests.Databases;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.EntityFrameworkCore.Tests;

/// <summary>An application whose one endpoint fails, with its clients in a database.</summary>
internal static class ClientApp
{
    /// <summary>A busy machine may take longer for its first query than people would wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task<TestApp> StartAsync(TestDatabase database, Action<EntityFrameworkClientOptions>? configure = null, TimeProvider? time = null) => StartAsync(builder =>
    {
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.Services.AddDbContext<ClientContext>(options =>
        {
            database.Configure(options);
            options.AddInterceptors(database.Commands);
        });
        builder.Services.AddLinkErrors(options => options.FlowTimeout = Patience).AddEntityFrameworkClients<ClientContext>(options =>
        {
            options.QueryTimeout = Patience;
            configure?.Invoke(options);
        });
    });

    public static Task<TestApp> StartAsync(Action<WebApplicationBuilder> services) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", string () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive);
        },
        services: services);

    /// <summary>Where an error is sent; null when it is answered here.</summary>
    public static async Task<string?> AskAsync(this TestApp app, string query)
    {
        using HttpResponseMessage response = await app.Client.GetAsync($"/?{query}");
        return response.Headers.NonValidated.TryGetValues("Location", out var location) ? location.ToString().Split('?')[0] : null;
    }
}
