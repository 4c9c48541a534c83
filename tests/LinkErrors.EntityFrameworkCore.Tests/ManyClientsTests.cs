using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using LinkErrors.EntityFrameworkCore.Tests.Databases;
using LinkErrors.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace LinkErrors.EntityFrameworkCore.Tests;

/// <summary>How long an error takes with a hundred thousand clients in the database: the first of a process, the first of a client, and the next. It measures where LINKERRORS_CLIENTS says how many.</summary>
[Collection(DatabaseServer.Name)]
public sealed class ManyClientsTests(ITestOutputHelper output)
{
    private const int Rounds = 200;

    /// <summary>It is measured how long it takes, so nothing is left.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly int Clients = int.TryParse(Environment.GetEnvironmentVariable("LINKERRORS_CLIENTS"), CultureInfo.InvariantCulture, out int clients) ? clients : 2 * Rounds;

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Error_WithManyClients_FindsItsOwn(DatabaseEngine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await FillAsync(database);
        await using TestApp app = await ClientApp.StartAsync(builder =>
        {
            builder.Services.AddDbContext<ClientContext>(options =>
            {
                database.Configure(options);
                options.AddInterceptors(database.Commands);
            });
            builder.Services.AddLinkErrors(options => options.FlowTimeout = Patience).AddEntityFrameworkClients<ClientContext>(options => options.QueryTimeout = Patience);
        });

        double first = await AskAsync(app, 0);
        double[] unknown = await AskManyAsync(app);
        int queries = database.Commands.Total;
        double[] known = await AskManyAsync(app);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{engine}, {Clients} clients: the first error {first:F0} ms; the first of a client {Median(unknown):F2} ms; a client that is remembered {Median(known):F2} ms (medians of {Rounds})"));
        database.Commands.Total.Should().Be(queries, "the second time every client is remembered");
        queries.Should().Be(Rounds + 1);
    }

    private static string Target(int client) => $"https://client-{client}.example/callback";

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static async Task<double[]> AskManyAsync(TestApp app)
    {
        double[] times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            times[round] = await AskAsync(app, 1 + (int)((long)round * (Clients - 1) / Rounds));
        }

        return times;
    }

    private static async Task<double> AskAsync(TestApp app, int client)
    {
        long begin = Stopwatch.GetTimestamp();
        string? location = await app.AskAsync($"client_id=client-{client}");
        double milliseconds = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        location.Should().Be(Target(client));
        return milliseconds;
    }

    /// <summary>As the rows of <see cref="StoredLinkClient"/>, in one transaction.</summary>
    private static async Task FillAsync(TestDatabase database)
    {
        await using ClientContext context = database.Open();
        await context.Database.OpenConnectionAsync();
        await using DbTransaction transaction = await context.Database.GetDbConnection().BeginTransactionAsync();
        await using DbCommand client = CreateCommand(context, transaction, """INSERT INTO "LinkClients" ("ClientId", "AllowLoopbackPorts", "AllowInsecureSchemes", "AllowLocalhostPorts") VALUES (@id, @no, @no, @no)""");
        await using DbCommand uri = CreateCommand(context, transaction, """INSERT INTO "LinkClientRedirectUris" ("ClientId", "Uri", "Key") VALUES (@id, @uri, @key)""");
        for (int index = 0; index < Clients; index++)
        {
            StoredLinkClient row = new(new LinkClient($"client-{index}", [Target(index)]));
            await RunAsync(client, ("id", row.ClientId), ("no", false));
            await RunAsync(uri, ("id", row.ClientId), ("uri", Target(index)), ("key", row.RedirectUris.Single().Key));
        }

        await transaction.CommitAsync();
    }

    private static DbCommand CreateCommand(ClientContext context, DbTransaction transaction, string text)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        return command;
    }

    private static async Task RunAsync(DbCommand command, params (string Name, object Value)[] values)
    {
        command.Parameters.Clear();
        foreach ((string name, object value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
