namespace LinkErrors.Client.Tests.Handler;

/// <summary>The beginning of a stream that stays open. Who reads past it meets a broken connection, instead of waiting for ever.</summary>
internal sealed class OpenStream(byte[] beginning) : MemoryStream(beginning, writable: false)
{
    public int Reads { get; private set; }

    /// <summary>Every other way to read comes here, since the class is not MemoryStream itself.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        Reads++;
        return base.Read(buffer, offset, count) is > 0 and int read ? read : throw new IOException("The stream is still open.");
    }
}
