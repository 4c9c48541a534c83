using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace LinkErrors.LoginTests.Applications;

/// <summary>What a row changes of an application; it counts from the next time that options are made.</summary>
internal sealed class LoginSettings
{
    public static readonly TimeSpan Patient = TimeSpan.FromSeconds(30);

    /// <summary>How long the handler waits for the provider.</summary>
    public TimeSpan Timeout { get; set; } = Patient;

    /// <summary>What a row says of OpenID Connect; null for what people have as it stands.</summary>
    public Action<OpenIdConnectOptions>? Configure { get; set; }

    /// <summary>Whether the application has the library.</summary>
    public required bool HasLibrary { get; init; }

    /// <summary>Where a good login goes on to.</summary>
    public string Done { get; set; } = LoginApplication.DonePath;
}
