namespace LinkErrors.Flows;

/// <summary>Why a redirect URI was refused.</summary>
/// <param name="Rule">The name of the rule, for example <c>userinfo</c>; stable, for tests and logs.</param>
/// <param name="Explanation">What the rule demands, for people.</param>
public sealed record RedirectUriRefusal(string Rule, string Explanation)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule}: {Explanation}";
}
