namespace LinkErrors.Tests.Conventions;

/// <summary>A source file: its path below <c>src</c>, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public override string ToString() => Path;
}
