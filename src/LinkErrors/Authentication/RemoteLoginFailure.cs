using Microsoft.AspNetCore.Authentication;

namespace LinkErrors.Authentication;

/// <summary>A remote login that failed, with all that is known about it.</summary>
internal sealed record RemoteLoginFailure
{
    public required Exception Exception { get; init; }

    public required AuthenticationScheme Scheme { get; init; }

    /// <summary>Whether the handler reported a denial, in whatever way the provider spelt it.</summary>
    public required bool IsDenied { get; init; }

    /// <summary>Whether the state that came back is missing or not one of this scheme.</summary>
    public required bool IsStateLost { get; init; }

    /// <summary>Whether the provider sent the browser back without an authorization code where one was due.</summary>
    public required bool IsCodeMissing { get; init; }
}
