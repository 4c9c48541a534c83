using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace LinkErrors.Flows;

/// <summary>What Data Protection puts first in all that it protects: four fixed bytes, and the identifier of the key.</summary>
internal static class ProtectedStateKey
{
    private const uint Magic = 0x09F0C9F0;
    private const int IdentifierLength = 16;

    /// <summary>The fewest whole groups of Base64 that hold the bytes.</summary>
    private const int Characters = 28;

    /// <summary>The key of a protected state; null for what nobody has protected.</summary>
    public static Guid? Read(string state)
    {
        ReadOnlySpan<char> text = state.AsSpan(Math.Min(state.Length, DataProtectionLinkStateProtector.Prefix.Length));
        Span<byte> bytes = stackalloc byte[Characters];
        return text.Length >= Characters
            && Base64Url.DecodeFromChars(text[..Characters], bytes, out _, out _) == OperationStatus.Done
            && BinaryPrimitives.ReadUInt32BigEndian(bytes) == Magic
                ? new Guid(bytes.Slice(sizeof(uint), IdentifierLength))
                : null;
    }
}
