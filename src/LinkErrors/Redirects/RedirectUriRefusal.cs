namespace LinkErrors.Flows;

/// <summary>Why a redirect URI was refused.</summary>
public sealed record RedirectUriRefusal
{
    /// <summary>The rule that is left when a URI could be registered, and is not.</summary>
    internal const string Unregistered = "unregistered";

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
