using LinkErrors.HostTests.Matrix;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Migration;

/// <summary>docs/migration.md: what the hand-written endpoint does, and the migrated one does not.</summary>
public sealed class MigrationTests
{
    private const string Registered = "https://client.example/cb";

    private static readonly KeyValuePair<string, string?>[] Settings = [new("LinkErrors:Clients:web:RedirectUris:0", Registered)];

    /// <summary>RFC 9700 §4.11: an open redirector, and a message from inside with it.</summary>
    [Theory]
    [InlineData(false, "https://evil.example/cb?error=invalid_request&error_description=No%20device%20lamp%20in%20table%20devices.&state=s")]
    [InlineData(true, null)]
    public async Task Link_ToAStrangersAddress_IsFollowedByHandOnly(bool isMigrated, string? location)
    {
        HostAnswer answer = await AskAsync(isMigrated, "device=lamp&client_id=web&redirect_uri=https%3A%2F%2Fevil.example%2Fcb&state=s");

        answer.Location.Should().Be(location);
    }

    [Theory]
    [InlineData("lamp", Registered + "?error=invalid_request&error_description=The%20resource%20was%20not%20found.&state=s")]
    [InlineData("old", Registered + "?error=invalid_request&error_description=The%20link%20token%20has%20expired.&state=s")]
    [InlineData("scale", null)]
    public async Task Link_OfARegisteredClient_ReturnsToIt(string device, string? location)
    {
        HostAnswer answer = await AskAsync(isMigrated: true, $"device={device}&client_id=web&redirect_uri={Uri.EscapeDataString(Registered)}&state=s");

        answer.Location.Should().Be(location);
    }

    /// <summary>What is no link endpoint goes on to the handler that the application had.</summary>
    [Fact]
    public async Task Handler_ThatTheApplicationHad_StaysForTheRest()
    {
        await using TestApp app = await StartAsync(isMigrated: true);

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/other", UriKind.Relative));

        (await HostAnswer.ReadAsync(response)).Words.Should().Be("500 the host's page");
    }

    private static async Task<HostAnswer> AskAsync(bool isMigrated, string query)
    {
        await using TestApp app = await StartAsync(isMigrated);
        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/link?" + query, UriKind.Relative));
        return await HostAnswer.ReadAsync(response);
    }

    private static Task<TestApp> StartAsync(bool isMigrated) => TestApp.StartAsync(
        app =>
        {
            app.UseExceptionHandler(static _ => { });
            if (isMigrated)
            {
                app.UseLinkErrors();
                Migrated.Map(app);
            }
            else
            {
                HandWritten.Map(app);
            }

            app.MapGet("/other", string () => throw new InvalidOperationException());
        },
        Settings,
        builder =>
        {
            builder.Services.AddExceptionHandler<FormerHandler>();
            Migrated.AddServices(builder.Services);
        });
}
