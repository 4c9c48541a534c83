using LinkErrors.Flows;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Puts the registered clients of LinkErrors into the model of a DbContext.</summary>
public static class LinkClientModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables <c>LinkClients</c> and <c>LinkClientRedirectUris</c>. Call it in <c>OnModelCreating</c>; what comes after it, such as
    /// other names of tables, changes it as any other part of the model.
    /// </summary>
    /// <param name="modelBuilder">The builder of the model.</param>
    /// <param name="schema">The schema of the tables; null for the default of the model.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="modelBuilder"/> is null.</exception>
    public static ModelBuilder AddLinkClients(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        return modelBuilder.Entity<StoredLinkClient>(client =>
        {
            client.ToTable("LinkClients", schema);
            client.HasKey(row => row.ClientId);
            client.Property(row => row.ClientId).HasMaxLength(StoredLinkClient.MaximumClientIdLength);
            client.Property(row => row.Dialect).HasMaxLength(StoredLinkClient.MaximumDialectLength);
            client.OwnsMany(row => row.RedirectUris, uri =>
            {
                const string clientId = nameof(StoredLinkClient.ClientId);
                uri.ToTable("LinkClientRedirectUris", schema);
                uri.WithOwner().HasForeignKey(clientId);
                uri.HasKey(clientId, nameof(StoredRedirectUri.Key));
                uri.Property(row => row.Uri).HasMaxLength(StoredRedirectUri.MaximumLength).IsUnicode(false);
                uri.Property(row => row.Key).HasMaxLength(StoredRedirectUri.KeyLength).IsUnicode(false);
                uri.Property(row => row.LoopbackKey).HasMaxLength(StoredRedirectUri.KeyLength).IsUnicode(false);
                uri.HasIndex(row => row.Key);
                uri.HasIndex(row => row.LoopbackKey);
            });
            client.Navigation(row => row.RedirectUris).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
    }
}
