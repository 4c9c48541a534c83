using System.Text;

namespace LinkErrors.Client.Tests.Handler;

/// <summary>
/// The beginning of a body, and then one failure; whoever reads on finds the end, as with a connection that was given up.
/// Without a failure it waits until it is disposed.
/// </summary>
internal sealed class BrokenStream(string beginning, Exception? failure) : Stream
{
    private readonly MemoryStream _beginning = new(Encoding.UTF8.GetBytes(beginning));
    private readonly ManualResetEventSlim _disposed = new();
    private readonly bool _waits = failure is null;
    private Exception? _failure = failure;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _beginning.Read(buffer, offset, count);
        if (read > 0)
        {
            return read;
        }

        if (_waits)
        {
            _disposed.Wait();
            throw new IOException("The connection was closed.");
        }

        return Interlocked.Exchange(ref _failure, null) is { } first ? throw first : 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _disposed.Set();
        base.Dispose(disposing);
    }
}
