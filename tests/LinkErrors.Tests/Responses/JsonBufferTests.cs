using LinkErrors.Responses;

namespace LinkErrors.Tests.Responses;

/// <summary>Buffers that are kept for the next answer.</summary>
public sealed class JsonBufferTests
{
    /// <summary>A pool that disposes of what it has no room for is told to take it back by that, and the process ends with its stack.</summary>
    [Fact]
    public void Buffers_MoreThanThePoolKeeps_AreReturned()
    {
        JsonBuffer[] buffers = [.. Enumerable.Range(0, 20 * Environment.ProcessorCount).Select(_ => JsonBuffer.Rent())];

        foreach (JsonBuffer buffer in buffers)
        {
            buffer.Dispose();
        }

        using JsonBuffer next = JsonBuffer.Rent();
        next.Writer.WriteNullValue();
        next.Written.Length.Should().Be("null".Length);
    }
}
