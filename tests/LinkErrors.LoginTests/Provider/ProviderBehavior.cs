namespace LinkErrors.LoginTests.Provider;

/// <summary>How the provider behaves during one login. The defaults are those of one that works.</summary>
internal sealed record ProviderBehavior
{
    /// <summary>What the user does: <c>approve</c>, <c>nothing</c> for an answer with neither code nor error, or an error code.</summary>
    public string Authorize { get; init; } = "approve";

    /// <summary>The description beside an error of the authorization endpoint; null for none.</summary>
    public string? Description { get; init; } = "Hunter2 <b>said</b> so";

    /// <summary>The answer of the token endpoint, see <see cref="ProviderAnswers"/>.</summary>
    public string Token { get; init; } = ProviderAnswers.Works;

    /// <summary>The answer of the userinfo endpoint, see <see cref="ProviderAnswers"/>.</summary>
    public string UserInfo { get; init; } = ProviderAnswers.Works;

    /// <summary>The discovery document, see <see cref="ProviderAnswers"/>.</summary>
    public string Metadata { get; init; } = ProviderAnswers.Works;

    /// <summary>The keys, see <see cref="ProviderAnswers"/>.</summary>
    public string Keys { get; init; } = ProviderAnswers.Works;

    /// <summary>The endpoint for pushed authorization requests (RFC 9126), see <see cref="ProviderAnswers"/>; null when there is none.</summary>
    public string? Par { get; init; }

    /// <summary>The nonce of the ID token; null for the one that was asked for.</summary>
    public string? Nonce { get; init; }
}
