namespace LinkErrors.Pages;

/// <summary>One kind of thing that a person meets.</summary>
/// <param name="Name">The start of the keys of its texts.</param>
/// <param name="Icon">Its picture.</param>
internal sealed record PageSituation(string Name, PageIcon Icon)
{
    /// <summary>Whether starting afresh can help. It says nothing of repeating the same URL.</summary>
    public bool CanRetry { get; init; }

    /// <summary>Whether the error is about the very place that she would return to, so that no way leads there.</summary>
    public bool DoubtsTarget { get; init; }
}
