using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Flows;

/// <summary>States that are protected with keys of which nobody has said where they are kept are one warning, before the second instance cannot read them.</summary>
public sealed class KeyRingWatchTests : IDisposable
{
    private const string Warning = "KeyRingNotPersisted";

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory();

    public void Dispose() => _keys.Delete(recursive: true);

    [Theory]
    [InlineData("Production", false, 1)]
    [InlineData("Production", true, 0)]
    [InlineData("Development", false, 0)]
    public async Task Start_WithRemoteLogins_WarnsWhereNoKeyRingIsPersisted(string environment, bool isPersisted, int warnings)
    {
        await using TestApp app = await StartAsync(environment, isPersisted, builder =>
        {
            builder.Services.AddLinkErrors().AddRemoteLoginErrors("acme");
            builder.Services.AddAuthentication().AddCookie().AddOAuth("acme", options =>
            {
                options.SignInScheme = "Cookies";
                options.ClientId = options.ClientSecret = "service";
                options.CallbackPath = "/signin-acme";
                options.AuthorizationEndpoint = options.TokenEndpoint = "https://acme.example/oauth";
            });
        });

        app.Log.Own.Count(entry => entry.EventId.Name == Warning).Should().Be(warnings);
    }

    [Theory]
    [InlineData("Production", false, 1)]
    [InlineData("Production", true, 0)]
    [InlineData("Development", false, 0)]
    public async Task Protect_WhereNoKeyRingIsPersisted_WarnsOnce(string environment, bool isPersisted, int warnings)
    {
        await using TestApp app = await StartAsync(environment, isPersisted, _ => { });
        app.Log.Own.Should().NotContain(entry => entry.EventId.Name == Warning, "no state is protected yet");
        ILinkStateProtector protector = app.Services.GetRequiredService<ILinkStateProtector>();

        protector.Protect(new LinkFlowRequest());
        protector.Protect(new LinkFlowRequest());

        app.Log.Own.Count(entry => entry.EventId.Name == Warning).Should().Be(warnings);
    }

    private Task<TestApp> StartAsync(string environment, bool isPersisted, Action<WebApplicationBuilder> more) => TestApp.StartAsync(
        app => app.UseLinkErrors(),
        services: builder =>
        {
            IDataProtectionBuilder protection = builder.Services.AddDataProtection();
            if (isPersisted)
            {
                protection.PersistKeysToFileSystem(_keys);
            }

            more(builder);
        },
        environment: environment);
}
