using LinkErrors.EntityFrameworkCore.Tests.Databases;
using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.EntityFrameworkCore.Tests;

/// <summary>One call; what is missing or wrong stops the start, and says so.</summary>
public sealed class RegistrationTests
{
    private static readonly LinkClient Acme = new("acme", ["https://acme.example/cb"]);

    [Fact]
    public async Task Context_WithoutClients_StopsTheStart()
    {
        Func<Task> start = () => ClientApp.StartAsync(builder =>
        {
            builder.Services.AddDbContext<EmptyContext>(options => options.UseSqlite("Data Source=:memory:"));
            builder.Services.AddLinkErrors().AddEntityFrameworkClients<EmptyContext>();
        });

        await start.Should().ThrowAsync<InvalidOperationException>().WithMessage("*EmptyContext*modelBuilder.AddLinkClients()*OnModelCreating*");
    }

    [Fact]
    public async Task Context_ThatIsNoService_StopsTheStart()
    {
        Func<Task> start = () => ClientApp.StartAsync(builder => builder.Services.AddLinkErrors().AddEntityFrameworkClients<ClientContext>());

        await start.Should().ThrowAsync<InvalidOperationException>().WithMessage("*ClientContext is no service*services.AddDbContext<ClientContext>*");
    }

    [Theory]
    [InlineData(nameof(EntityFrameworkClientOptions.MaximumClients))]
    [InlineData(nameof(EntityFrameworkClientOptions.MaximumUnknown))]
    [InlineData(nameof(EntityFrameworkClientOptions.MaximumQueries))]
    [InlineData(nameof(EntityFrameworkClientOptions.Expiration))]
    [InlineData(nameof(EntityFrameworkClientOptions.UnknownExpiration))]
    [InlineData(nameof(EntityFrameworkClientOptions.QueryTimeout))]
    public async Task Option_ThatIsWrong_StopsTheStartWithItsName(string name)
    {
        Func<Task> start = () => ClientApp.StartAsync(builder =>
        {
            builder.Services.AddDbContext<ClientContext>(options => options.UseSqlite("Data Source=:memory:"));
            builder.Services.AddLinkErrors().AddEntityFrameworkClients<ClientContext>(options =>
            {
                System.Reflection.PropertyInfo property = typeof(EntityFrameworkClientOptions).GetProperty(name)!;
                property.SetValue(options, property.PropertyType == typeof(int) ? 0 : TimeSpan.FromDays(-1));
            });
        });

        await start.Should().ThrowAsync<OptionsValidationException>().WithMessage($"*{nameof(EntityFrameworkClientOptions)}.{name} is '*");
    }

    [Fact]
    public void Options_OfTheLibrary_HaveTheDefaultsOfTheDocumentation()
    {
        new EntityFrameworkClientOptions().Should().BeEquivalentTo(new
        {
            Expiration = TimeSpan.FromMinutes(5),
            UnknownExpiration = TimeSpan.FromSeconds(30),
            MaximumClients = 10_000,
            MaximumUnknown = 1_000,
            MaximumQueries = 16,
            QueryTimeout = TimeSpan.FromSeconds(5),
        });
    }

    [Theory]
    [InlineData("pool")]
    [InlineData("factory")]
    public async Task Context_OfAPoolOrAFactory_IsAskedToo(string kind)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(DatabaseEngine.Sqlite, Acme);
        await using TestApp app = await ClientApp.StartAsync(builder =>
        {
            _ = kind == "pool"
                ? builder.Services.AddDbContextPool<ClientContext>(database.Configure)
                : builder.Services.AddDbContextFactory<ClientContext>(database.Configure);
            builder.Services.AddLinkErrors().AddEntityFrameworkClients<ClientContext>();
            builder.Services.AddLinkErrors().AddEntityFrameworkClients<ClientContext>();
        });

        (await app.AskAsync("client_id=acme")).Should().Be("https://acme.example/cb");
    }

    [Theory]
    [InlineData(201, 0, "*201 characters*at most 200*")]
    [InlineData(10, 101, "*101 characters*at most 100*")]
    public void Client_ThatDoesNotFitIntoItsRow_IsRefused(int idLength, int dialectLength, string message)
    {
        Action make = () => _ = new StoredLinkClient(new LinkClient(new string('a', idLength), [], dialectLength == 0 ? null : new string('d', dialectLength)));

        make.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void Row_OfAClient_BecomesThatOfNoOther()
    {
        StoredLinkClient row = new(Acme);

        row.Invoking(stored => stored.Update(new LinkClient("other", []))).Should().Throw<ArgumentException>().WithMessage("*'acme'*'other'*");
    }

    private sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options);
}
