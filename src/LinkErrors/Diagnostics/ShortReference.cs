namespace LinkErrors.Diagnostics;

/// <summary>
/// What a person reads out at the telephone in place of a trace id: eight characters of it, in two groups, always the same for the
/// same trace, and in the log beside it.
/// </summary>
internal static class ShortReference
{
    /// <summary>A reference of the application's own up to this length is shown as it is.</summary>
    private const int MaximumLength = 16;

    private const int GroupLength = 4;
    private const int BitsPerCharacter = 5;

    /// <summary>Crockford's Base32: none of its characters is taken for another one.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(string reference) => reference.Length <= MaximumLength ? reference : Shorten(reference);

    private static string Shorten(string reference) => string.Create((2 * GroupLength) + 1, Spread(reference), static (text, bits) =>
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

    /// <summary>
    /// FNV-1a, of which the lower bits are shown. It keeps traces apart and nothing secret: who wants to have the reference of somebody else
    /// sends the same trace id. A cryptographic hash was a fifth of the time of an error page.
    /// </summary>
    private static ulong Spread(string reference)
    {
        ulong hash = 14_695_981_039_346_656_037;
        foreach (char character in reference)
        {
            hash = (hash ^ character) * 1_099_511_628_211;
        }

        return hash;
    }
}
