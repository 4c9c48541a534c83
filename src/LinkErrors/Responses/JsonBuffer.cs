using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace LinkErrors.Responses;

/// <summary>Where the JSON of an answer is written before its length is known. Errors are attacked paths: buffer and writer are kept for the next.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int UsualLength = 1024;

    /// <summary>A buffer that grew for one great error is not kept.</summary>
    private const int LongestKept = 16 * 1024;

    /// <summary>Not of <see cref="ObjectPool.Create{T}"/>: it would dispose of what it has no room for, which is how a buffer comes back to it.</summary>
    private static readonly DefaultObjectPool<JsonBuffer> Pool = new(new DefaultPooledObjectPolicy<JsonBuffer>());

    private readonly ArrayBufferWriter<byte> _bytes = new(UsualLength);

    /// <summary>For the pool; others rent.</summary>
    public JsonBuffer() => Writer = new Utf8JsonWriter(_bytes);

    public Utf8JsonWriter Writer { get; }

    /// <summary>What was written, until the buffer is returned.</summary>
    public ReadOnlyMemory<byte> Written
    {
        get
        {
            Writer.Flush();
            return _bytes.WrittenMemory;
        }
    }

    public static JsonBuffer Rent() => Pool.Get();

    /// <summary>Returns it to the pool.</summary>
    public void Dispose()
    {
        if (_bytes.Capacity > LongestKept)
        {
            Writer.Dispose();
            return;
        }

        _bytes.ResetWrittenCount();
        Writer.Reset();
        Pool.Return(this);
    }
}
