namespace LinkErrors.Tests.Shared;

/// <summary>A request that fails, and the sentence that a developer has to read about it.</summary>
/// <param name="Name">What she has done.</param>
/// <param name="Path">The path, with its query.</param>
/// <param name="Sentence">What the inspector has to say.</param>
public sealed record InspectedCase(string Name, string Path, string Sentence)
{
    /// <summary>Headers beside those of a browser that navigates.</summary>
    public (string Name, string Value)? Header { get; init; }

    public override string ToString() => Name;
}
