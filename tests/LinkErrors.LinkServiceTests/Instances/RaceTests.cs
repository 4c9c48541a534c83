using System.Net.Http.Json;
using System.Text.Json;
using LinkService;
using Microsoft.Data.Sqlite;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>What many do at the same time is decided by the database, and each is told how.</summary>
public sealed class RaceTests : IAsyncLifetime
{
    private const int Many = 8;

    private static readonly HttpClient Http = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private PostgreSqlServer? _server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public Task Token_UsedByManyAtOnce_IsConsumedOnceInSqlite() => UseOneTokenAsync(Sqlite());

    [PostgreSqlFact]
    public async Task Token_UsedByManyAtOnce_IsConsumedOnceInPostgreSql() => await UseOneTokenAsync(await PostgreSqlAsync());

    [Fact]
    public Task Account_LinkedByManyAtOnce_IsOnesInSqlite() => LinkOneAccountAsync(Sqlite());

    [PostgreSqlFact]
    public async Task Account_LinkedByManyAtOnce_IsOnesInPostgreSql() => await LinkOneAccountAsync(await PostgreSqlAsync());

    private static async Task UseOneTokenAsync(string database)
    {
        await using LinkServiceHost host = await StartAsync(database);
        string token = await IssueAsync(host, "anna");

        string[] answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => LinkAsync(host, token)));

        answers.Order(StringComparer.Ordinal).Should().Equal([.. Enumerable.Repeat("linkTokenConsumed", Many - 1), "linked"]);
    }

    private static async Task LinkOneAccountAsync(string database)
    {
        await using LinkServiceHost host = await StartAsync(database);
        string[] tokens = await Task.WhenAll(Enumerable.Range(0, Many).Select(number => IssueAsync(host, $"user {number}")));

        string[] answers = await Task.WhenAll(tokens.Select(token => LinkAsync(host, token)));

        answers.Order(StringComparer.Ordinal).Should().Equal([.. Enumerable.Repeat("duplicateConnection", Many - 1), "linked"]);
    }

    private string Sqlite() => $"--Database={Path.Combine(_folder.FullName, "race.db")}";

    private async Task<string> PostgreSqlAsync()
    {
        _server = await PostgreSqlServer.StartNewAsync();
        return $"--ConnectionStrings:LinkService={_server.ConnectTo("race", "Pooling=false")}";
    }

    private static Task<LinkServiceHost> StartAsync(string database) => LinkServiceHost.StartAsync(
        ["--urls=http://127.0.0.1:0", "--ProviderUrls=http://127.0.0.1:0", "--FrontEnd=https://front-end.example", database, "--LinkErrors:Dialect=centralauth", "--Logging:LogLevel:Default=None"]);

    private static async Task<string> IssueAsync(LinkServiceHost host, string userId)
    {
        using HttpResponseMessage response = await Http.PostAsJsonAsync(
            $"{host.Service}/api/link-tokens", new { client_id = "front-end", redirect_uri = "https://front-end.example/callback", user_id = userId });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link_token").GetString()!;
    }

    private static async Task<string> LinkAsync(LinkServiceHost host, string token)
    {
        using HttpResponseMessage response = await Http.PostAsJsonAsync($"{host.Service}/link/password", new { token, username = "anna", password = "secret" });
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errorCode", out JsonElement code) ? code.GetString()! : "linked";
    }
}
