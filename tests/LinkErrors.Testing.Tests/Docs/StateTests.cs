using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Links.Tests;

public sealed class StateTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public void State_AfterItsLifetime_IsRefused()
    {
        FakeTimeProvider clock = new();
        using WebApplicationFactory<Program> clocked = factory.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        }));
        ILinkStateProtector protector = clocked.Services.GetRequiredService<ILinkStateProtector>();
        string state = protector.Protect(new LinkFlowRequest { ClientId = "wearables" });

        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("wearables", protector.Unprotect(state).ClientId);

        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Throws<SessionExpiredException>(() => protector.Unprotect(state));
    }
}
