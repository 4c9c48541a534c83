using System.Security.Cryptography;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Flows;

public sealed class LinkStateProtectorTests
{
    private static readonly LinkFlowRequest Request = new()
    {
        ClientId = "client",
        RedirectUri = "https://client.example/cb",
        State = "a+b c&=#\u00E4\uD83D\uDE00",
        ResponseMode = "fragment",
        ResponseType = "code",
        UiLocales = "de en",
    };

    [Fact]
    public async Task State_BeforeItExpires_HoldsTheRequest()
    {
        ManualTime time = new();
        await using TestApp app = await StartAsync(time);
        ILinkStateProtector protector = app.Services.GetRequiredService<ILinkStateProtector>();

        string state = protector.Protect(Request);
        time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));

        protector.Unprotect(state).Should().Be(Request);
        state.Should().MatchRegex("^[A-Za-z0-9._-]+$", "it stands in URLs as it is");
    }

    /// <summary>The lifetime is 15 minutes unless it is configured.</summary>
    [Theory]
    [InlineData(null, 15)]
    [InlineData("00:01:00", 1)]
    public async Task State_AfterItsLifetime_IsAnExpiredSession(string? lifetime, int minutes)
    {
        ManualTime time = new();
        await using TestApp app = await StartAsync(time, lifetime);
        ILinkStateProtector protector = app.Services.GetRequiredService<ILinkStateProtector>();

        string state = protector.Protect(Request);
        time.Advance(TimeSpan.FromMinutes(minutes));

        protector.Invoking(it => it.Unprotect(state)).Should().Throw<SessionExpiredException>()
            .Which.DebugMessage.Should().Be($"The state expired at 2026-01-01T00:{minutes:00}:00.0000000+00:00.");
    }

    [Fact]
    public async Task State_WithAnyCharacterChanged_IsInvalid()
    {
        await using TestApp app = await StartAsync(new ManualTime());
        ILinkStateProtector protector = app.Services.GetRequiredService<ILinkStateProtector>();
        string state = protector.Protect(Request);
        // The last character of Base64 may hold bits that count for nothing.
        for (int index = 0; index < state.Length - 1; index++)
        {
            string changed = string.Concat(state.AsSpan(0, index), state[index] == 'A' ? "B" : "A", state.AsSpan(index + 1));

            protector.Invoking(it => it.Unprotect(changed)).Should().Throw<CallbackStateInvalidException>("character {0} was changed", index);
        }
    }

    [Fact]
    public async Task State_OfOthers_IsInvalid()
    {
        await using TestApp app = await StartAsync(new ManualTime());
        ILinkStateProtector protector = app.Services.GetRequiredService<ILinkStateProtector>();
        string foreignPurpose = "le." + app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("other").Protect("{}");

        foreach (string foreign in (string[])["xyz", "le.", "le.xyz", "le.%%%", foreignPurpose, "CfDJ8" + new string('a', 100)])
        {
            protector.Invoking(it => it.Unprotect(foreign)).Should().Throw<CallbackStateInvalidException>("{0} is not ours", foreign)
                .Which.DebugMessage.Should().Be(foreign.StartsWith("le.", StringComparison.Ordinal)
                    ? "The state cannot be unprotected: it was changed, or its key is not in the key ring."
                    : "The state was not made by this service.");
        }

        protector.Invoking(it => it.Unprotect(null)).Should().Throw<CallbackStateMissingException>();
        protector.Invoking(it => it.Unprotect("")).Should().Throw<CallbackStateMissingException>();
        protector.Invoking(it => it.Protect(null!)).Should().Throw<ArgumentNullException>().WithParameterName("request");
    }

    [Fact]
    public async Task Protector_WithoutDataProtection_SaysWhatToCall()
    {
        await using TestApp app = await TestApp.StartAsync(app => app.UseLinkErrors());
        ILinkStateProtector protector = app.Services.GetRequiredService<ILinkStateProtector>();

        protector.Invoking(it => it.Protect(Request)).Should().Throw<InvalidOperationException>().WithMessage("*AddDataProtection()*");
    }

    /// <summary>Once until the keys are there again, which a state that is made shows as well as one that is read.</summary>
    [Theory]
    [InlineData("nothing", 1)]
    [InlineData("protect", 2)]
    [InlineData("unprotect", 2)]
    public async Task KeyRing_ThatIsAwayAgain_IsReportedAgain(string between, int lines)
    {
        BrokenProvider keys = new();
        await using TestApp app = await TestApp.StartAsync(app => app.UseLinkErrors(), services: builder => builder.Services.AddSingleton<IDataProtectionProvider>(keys));
        ILinkStateProtector protector = app.Services.GetRequiredService<ILinkStateProtector>();
        string state = protector.Protect(Request);

        keys.IsBroken = true;
        protector.Invoking(it => it.Protect(Request)).Should().Throw<ServerErrorException>();
        keys.IsBroken = false;
        switch (between)
        {
            case "protect":
                protector.Protect(Request);
                break;
            case "unprotect":
                protector.Unprotect(state).Should().Be(Request);
                break;
            default:
                break;
        }

        keys.IsBroken = true;
        protector.Invoking(it => it.Protect(Request)).Should().Throw<ServerErrorException>();

        app.Log.Own.Count(entry => entry.EventId.Name == "KeyRingUnreadable").Should().Be(lines);
    }

    private static Task<TestApp> StartAsync(TimeProvider time, string? lifetime = null) => TestApp.StartAsync(
        app => app.UseLinkErrors(),
        lifetime is null ? [] : [new("LinkErrors:StateLifetime", lifetime)],
        builder =>
        {
            builder.Services.AddSingleton(time);
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        });

    /// <summary>Protects nothing, until its keys are away.</summary>
    private sealed class BrokenProvider : IDataProtectionProvider, IDataProtector
    {
        public bool IsBroken { get; set; }

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => IsBroken ? throw new CryptographicException() : plaintext;

        public byte[] Unprotect(byte[] protectedData) => Protect(protectedData);
    }
}
