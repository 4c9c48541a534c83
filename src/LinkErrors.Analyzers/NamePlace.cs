namespace LinkErrors.Analyzers;

/// <summary>What a literal names.</summary>
internal enum NamePlace
{
    None,
    Dialect,
    Code,

    /// <summary>A code, compared without regard to case.</summary>
    CodeInAnyCase,
}
