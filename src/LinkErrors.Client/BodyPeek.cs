using System.Runtime.ExceptionServices;

namespace LinkErrors.Client;

/// <summary>The beginning of a body, read while the content stays readable: one byte more than the limit shows that there is more. Of a
/// success that cannot be an error no more is read than it takes to see that.</summary>
/// <param name="bytes">What was read.</param>
/// <param name="isCutOff">Whether the connection ended before the body did, or the body cannot be decoded.</param>
internal readonly struct BodyPeek(ArraySegment<byte> bytes, bool isCutOff)
{
    private const int UsualLength = 4096;

    public ReadOnlySpan<byte> Bytes => bytes;

    public bool IsCutOff => isCutOff;

    public static async Task<BodyPeek> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (SuccessBody.IsStream(response))
        {
            return default;
        }

        byte[] buffer = CreateBuffer(response, limit);
        int length = 0;
        Stream? stream = null;
        ExceptionDispatchInfo? failure = null;
        try
        {
            stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int read;
            while (length <= limit && SuccessBody.CanBeError(response, buffer.AsSpan(0, length)) && (read = await stream.ReadAsync(Space(ref buffer, length, limit), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
            }
        }
        catch (Exception exception) when (IsConnectionFailure(exception))
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        return Replay(response, new ArraySegment<byte>(buffer, 0, length), stream, failure);
    }

    public static BodyPeek Read(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (SuccessBody.IsStream(response))
        {
            return default;
        }

        byte[] buffer = CreateBuffer(response, limit);
        int length = 0;
        Stream? stream = null;
        ExceptionDispatchInfo? failure = null;

        // A synchronous read knows no token: only the end of its connection ends it.
        using CancellationTokenRegistration registration = cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
        try
        {
            stream = response.Content.ReadAsStream(cancellationToken);
            int read;
            while (length <= limit && SuccessBody.CanBeError(response, buffer.AsSpan(0, length)) && (read = stream.Read(Space(ref buffer, length, limit).Span)) > 0)
            {
                length += read;
            }
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (IsConnectionFailure(exception))
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        return Replay(response, new ArraySegment<byte>(buffer, 0, length), stream, failure);
    }

    /// <summary>What a connection or a decompression does with a peer that breaks off or lies about its encoding.</summary>
    private static bool IsConnectionFailure(Exception exception) =>
        exception is IOException or HttpRequestException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    /// <summary>As long as the peer says that its body is, and a byte more to see that it ends there; the limit holds whatever it says.</summary>
    private static byte[] CreateBuffer(HttpResponseMessage response, int limit) =>
        new byte[Math.Min(limit + 1L, response.Content.Headers.ContentLength is >= 0 and < UsualLength and long said ? said + 1 : UsualLength)];

    private static Memory<byte> Space(ref byte[] buffer, int length, int limit)
    {
        if (length == buffer.Length)
        {
            Array.Resize(ref buffer, (int)Math.Min(2L * length, limit + 1L));
        }

        return buffer.AsMemory(length);
    }

    /// <summary>Who reads the content afterwards meets the same failure at the same place: half a body never passes for a whole one.</summary>
    private static BodyPeek Replay(HttpResponseMessage response, ArraySegment<byte> bytes, Stream? rest, ExceptionDispatchInfo? failure)
    {
        response.Content = new ReplayContent(response.Content, new ReplayStream(bytes, rest ?? Stream.Null, failure));
        return new BodyPeek(bytes, failure is not null);
    }
}
