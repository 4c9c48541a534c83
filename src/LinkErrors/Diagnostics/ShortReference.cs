using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LinkErrors.Diagnostics;

/// <summary>
/// What a person reads out at the telephone in place of a trace id: eight characters of it, in two groups, always the same for the
/// same trace, and in the log beside it.
/// </summary>
internal static class ShortReference
{
    /// <summary>A reference of the application's own up to this length is shown as it is.</summary>
    private const int MaximumLength = 16;

    /// <summary>Longer than a trace, or what a server calls a request.</summary>
    private const int UsualLength = 64;

    private const int GroupLength = 4;
    private const int BitsPerCharacter = 5;

    /// <summary>Crockford's Base32: none of its characters is taken for another one.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(string reference) => reference.Length <= MaximumLength ? reference : Shorten(reference);

    private static string Shorten(string reference)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> usual = stackalloc byte[UsualLength];
        SHA256.HashData(Encoding.UTF8.TryGetBytes(reference, usual, out int length) ? usual[..length] : Encoding.UTF8.GetBytes(reference), hash);
        ulong bits = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        return string.Create((2 * GroupLength) + 1, bits, static (text, bits) =>
        {
            for (int index = 0; index < text.Length; index++)
            {
                if (index == GroupLength)
                {
                    text[index] = '-';
                    continue;
                }

                text[index] = Alphabet[(int)(bits % (ulong)Alphabet.Length)];
                bits >>= BitsPerCharacter;
            }
        });
    }
}
