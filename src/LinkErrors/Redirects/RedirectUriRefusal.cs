namespace LinkErrors.Flows;

/// <summary>Why a redirect URI was refused.</summary>
public sealed record RedirectUriRefusal
{
    internal RedirectUriRefusal(string rule, string explanation)
    {
        Rule = rule;
        Explanation = explanation;
    }

    /// <summary>The name of the rule, for example <c>userinfo</c>; stable, for tests and logs.</summary>
    public string Rule { get; }

    /// <summary>What the rule demands, for people.</summary>
    public string Explanation { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Rule}: {Explanation}";
}
