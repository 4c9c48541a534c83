namespace LinkErrors.Benchmarks;

/// <summary>One way to do one work.</summary>
/// <param name="Work">The work, the same for all of its contenders.</param>
/// <param name="Name">The way.</param>
/// <param name="RunAsync">Does it once.</param>
/// <param name="Describe">What came of it, for the check that contenders do the same work.</param>
/// <param name="IsBaseline">Whether the others are held against it.</param>
internal sealed record Contender(string Work, string Name, Func<Task> RunAsync, Func<string> Describe, bool IsBaseline = false)
{
    public override string ToString() => $"{Work}: {Name}";
}
