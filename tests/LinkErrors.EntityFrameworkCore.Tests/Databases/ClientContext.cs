using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;

namespace LinkErrors.EntityFrameworkCore.Tests.Databases;

/// <summary>An application's database with clients in it.</summary>
public sealed class ClientContext(DbContextOptions<ClientContext> options) : DbContext(options)
{
    public DbSet<StoredLinkClient> Clients => Set<StoredLinkClient>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddLinkClients();
}
