using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Flows;

/// <summary>Two hosts with a key ring in a folder: a flow that begins at one comes back to the other. LinkServiceTests shows it with processes and a database.</summary>
public sealed class TwoInstancesTests : IDisposable
{
    private const string Target = "https://your-domain.com/callback";

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory();
    private readonly DirectoryInfo _otherKeys = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Flow_ThatBeganElsewhere_IsAnsweredWhereTheKeyRingIsShared()
    {
        await using TestApp first = await StartAsync(_keys);
        await using TestApp second = await StartAsync(_keys);
        string state = await BeginAsync(first);

        string cancelled = await FinishAsync(second, $"error=access_denied&state={state}");
        string missing = await FinishAsync(second, $"state={state}");

        cancelled.Should().Be("302 https://your-domain.com/callback?error=access_denied&error_description=The%20user%20cancelled%20linking.&state=a%2Bb%20c");
        missing.Should().Be("302 https://your-domain.com/callback?error=invalid_request&error_description=The%20code%20parameter%20is%20required%20but%20missing.&state=a%2Bb%20c");
    }

    [Fact]
    public async Task Flow_ThatBeganElsewhere_IsRefusedHereWhereTheKeyRingIsAnother()
    {
        await using TestApp first = await StartAsync(_keys);
        await using TestApp stranger = await StartAsync(_otherKeys);
        string state = await BeginAsync(first);

        string answer = await FinishAsync(stranger, $"error=access_denied&state={state}");

        answer.Should().Be("400 ");
    }

    public void Dispose()
    {
        _keys.Delete(recursive: true);
        _otherKeys.Delete(recursive: true);
    }

    private static Task<TestApp> StartAsync(DirectoryInfo keys) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/start", (ILinkStateProtector protector) => protector.Protect(new LinkFlowRequest { ClientId = "zap", RedirectUri = Target, State = "a+b c" }));
            app.MapGet("/callback", string (string? error) => throw (error is null ? new CallbackCodeMissingException() : new UserCancelledException())).WithLinkErrors(LinkEndpointKind.Interactive);
        },
        [new("LinkErrors:Dialect", "zapier"), new("LinkErrors:Clients:zap:RedirectUris:0", Target)],
        builder => builder.Services.AddDataProtection().SetApplicationName("LinkService").PersistKeysToFileSystem(keys));

    /// <summary>Begins a flow and takes the state that is sent to the provider.</summary>
    private static async Task<string> BeginAsync(TestApp app)
    {
        string state = await app.Client.GetStringAsync("/start");
        state.Should().StartWith("le.").And.NotContain("a+b", "the client's state travels encrypted");
        return state;
    }

    private static async Task<string> FinishAsync(TestApp app, string query)
    {
        using HttpResponseMessage response = await app.Client.GetAsync($"/callback?{query}");
        string? location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : null;
        return $"{(int)response.StatusCode} {location}";
    }
}
