using System.Data.Common;
using LinkErrors.Flows;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LinkService.Data;

/// <summary>Everything that the instances share: clients, link tokens, connections, and the keys of the protected states.</summary>
internal sealed class LinkServiceContext(DbContextOptions<LinkServiceContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<LinkToken> LinkTokens => Set<LinkToken>();

    public DbSet<Connection> Connections => Set<Connection>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Creates the tables and the client of the front end. A service in production has migrations instead.</summary>
    public static async Task CreateAsync(IServiceProvider services, string frontEnd)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        LinkServiceContext context = scope.ServiceProvider.GetRequiredService<LinkServiceContext>();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await context.Database.EnsureCreatedAsync();
                string id = "front-end";
                if (!await context.Set<StoredLinkClient>().AnyAsync(row => row.ClientId == id))
                {
                    context.Add(new StoredLinkClient(new LinkClient(id, ["http://127.0.0.1/callback", frontEnd + "/callback"], allowLoopbackPorts: true)));
                    await context.SaveChangesAsync();
                }

                return;
            }
            catch (Exception exception) when (exception is DbException or DbUpdateException && attempt < 5)
            {
                // Another instance that starts at the same time has come first.
                context.ChangeTracker.Clear();
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddLinkClients();
        modelBuilder.Entity<LinkToken>().HasKey(token => token.Id);
        modelBuilder.Entity<Connection>(connection =>
        {
            connection.HasKey(row => row.Id);
            connection.HasIndex(row => new { row.Provider, row.Account }).IsUnique();
        });
    }
}
