using System.Runtime.ExceptionServices;

namespace LinkErrors.Client;

/// <summary>Some bytes, and then another stream, or the failure in which it ended.</summary>
internal sealed class ReplayStream(ArraySegment<byte> beginning, Stream rest, ExceptionDispatchInfo? failure) : Stream
{
    private ArraySegment<byte> _beginning = beginning;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => _beginning.Count > 0 ? Take(buffer) : Rest().Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _beginning.Count > 0 ? ValueTask.FromResult(Take(buffer.Span)) : Rest().ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }

    private Stream Rest()
    {
        failure?.Throw();
        return rest;
    }

    private int Take(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _beginning.Count);
        _beginning.AsSpan(0, count).CopyTo(buffer);
        _beginning = _beginning[count..];
        return count;
    }
}
