using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LinkErrors;

/// <summary>
/// Builds the model when the host starts, which takes longer than an error should wait, and stops the start when it has no clients. It opens no connection.
/// </summary>
internal sealed class LinkClientModelCheck<TContext>(IServiceScopeFactory scopes) : IHostedService
    where TContext : DbContext
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            TContext context = scope.ServiceProvider.GetService<TContext>()
                ?? throw new InvalidOperationException(
                    $"{typeof(TContext).Name} is no service, so the clients of LinkErrors cannot be read from it. Call services.AddDbContext<{typeof(TContext).Name}>(…).");
            if (context.Model.FindEntityType(typeof(StoredLinkClient)) is null)
            {
                throw new InvalidOperationException(
                    $"The model of {typeof(TContext).Name} has no clients of LinkErrors. Call modelBuilder.AddLinkClients() in its OnModelCreating.");
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
