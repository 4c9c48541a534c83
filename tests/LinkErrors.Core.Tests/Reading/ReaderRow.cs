namespace LinkErrors.Core.Tests.Reading;

/// <summary>One thing that a peer may send, and what is read from it.</summary>
/// <param name="Input">A callback URL when the status is 0, else a body.</param>
/// <param name="Expected">The code; or, with a leading <c>!</c>, why nothing is read.</param>
/// <param name="Dialect">The dialect that is recognised.</param>
/// <param name="Status">The HTTP status; 0 for a callback.</param>
/// <param name="Headers">Header lines, <c>Name: value</c>, one a line.</param>
/// <param name="Given">The dialect that the reader is told; null to recognise it.</param>
public sealed record ReaderRow(string Input, string Expected, string? Dialect = null, int Status = 0, string Headers = "", string? Given = null)
{
    public override string ToString() => $"{Status} {Headers} {Input} {Given}";
}
