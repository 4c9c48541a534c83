using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.LoginTests;

/// <summary>
/// Every login of this project runs with the switch that publishing trimmed or native turns on. An open generic that asks for
/// <c>new()</c>, which options types in general do not promise, does not start there.
/// </summary>
public sealed class TrimmedServicesTests
{
    private interface IConfigure<TOptions>;

    [Fact]
    public void OpenGeneric_ThatAsksForMore_IsRefusedHere()
    {
        ServiceCollection services = new();
        services.AddSingleton(typeof(IConfigure<>), typeof(Configure<>));

        Action build = () => services.BuildServiceProvider().Dispose();

        build.Should().Throw<ArgumentException>("the switch is on").WithMessage("*'new()' constraint*");
    }

    private sealed class Configure<TOptions> : IConfigure<TOptions>
        where TOptions : new();
}
