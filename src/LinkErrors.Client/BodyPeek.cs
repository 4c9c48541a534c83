namespace LinkErrors.Client;

/// <summary>The beginning of a body, read while the content stays readable: one byte more than the limit shows that there is more.</summary>
/// <param name="bytes">What was read.</param>
/// <param name="isCutOff">Whether the connection ended before the body did.</param>
internal readonly struct BodyPeek(ArraySegment<byte> bytes, bool isCutOff)
{
    private const int InitialLength = 4096;

    public ReadOnlySpan<byte> Bytes => bytes;

    public bool IsCutOff => isCutOff;

    public static async Task<BodyPeek> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(limit + 1L, InitialLength)];
        int length = 0;
        Stream? stream = null;
        bool isCutOff = false;
        try
        {
            stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int read;
            while (length <= limit && (read = await stream.ReadAsync(Space(ref buffer, length, limit), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
            }
        }
        catch (Exception exception) when (IsConnectionFailure(exception))
        {
            isCutOff = true;
        }

        return Replay(response, new ArraySegment<byte>(buffer, 0, length), stream, isCutOff);
    }

    public static BodyPeek Read(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(limit + 1L, InitialLength)];
        int length = 0;
        Stream? stream = null;
        bool isCutOff = false;
        try
        {
            stream = response.Content.ReadAsStream(cancellationToken);
            int read;
            while (length <= limit && (read = stream.Read(Space(ref buffer, length, limit).Span)) > 0)
            {
                length += read;
            }
        }
        catch (Exception exception) when (IsConnectionFailure(exception))
        {
            isCutOff = true;
        }

        return Replay(response, new ArraySegment<byte>(buffer, 0, length), stream, isCutOff);
    }

    /// <summary>What a connection or a decompression does with a peer that breaks off or lies about its encoding.</summary>
    private static bool IsConnectionFailure(Exception exception) => exception is IOException or HttpRequestException or InvalidDataException;

    private static Memory<byte> Space(ref byte[] buffer, int length, int limit)
    {
        if (length == buffer.Length)
        {
            Array.Resize(ref buffer, (int)Math.Min(2L * length, limit + 1L));
        }

        return buffer.AsMemory(length);
    }

    private static BodyPeek Replay(HttpResponseMessage response, ArraySegment<byte> bytes, Stream? rest, bool isCutOff)
    {
        response.Content = new ReplayContent(response.Content, bytes, rest ?? Stream.Null);
        return new BodyPeek(bytes, isCutOff);
    }
}
