namespace LinkErrors.Client.Tests.Handler;

/// <summary>A body of any length that counts what was read of it, and breaks off where a test says so.</summary>
internal sealed class PeerStream(long length, long breaksAt = long.MaxValue) : Stream
{
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (BytesRead >= breaksAt)
        {
            throw new IOException("The connection was reset.");
        }

        int read = (int)Math.Min(count, Math.Min(length, breaksAt) - BytesRead);
        Array.Fill(buffer, (byte)' ', offset, read);
        BytesRead += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
