namespace LinkErrors.Inspection;

/// <summary>One decision.</summary>
/// <param name="Title">What was decided.</param>
/// <param name="Sentences">How, and by what.</param>
internal sealed record InspectionStep(string Title, IReadOnlyList<string> Sentences)
{
    /// <summary>What was sent, line by line; empty for nothing.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
}
