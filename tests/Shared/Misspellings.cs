namespace LinkErrors.Tests.Shared;

/// <summary>What people type, and which of the known names they meant.</summary>
public static class Misspellings
{
    /// <summary>As long as a word may be that is compared at all.</summary>
    private static readonly string Longest = new('n', 64);

    public static IReadOnlyList<string> Known { get; } = ["junction", "oauth", "loop", "link_token_expired", "link_token_invalid", "ok", "acme_a1", "acme_b1", Longest];

    public static TheoryData<string, string> Near { get; } = new()
    {
        // One letter left out, added, mistaken, or swapped with its neighbour: in front, within, at the end.
        { "unction", "junction" },
        { "juncton", "junction" },
        { "oaut", "oauth" },
        { "xloop", "loop" },
        { "looop", "loop" },
        { "loops", "loop" },
        { "aauth", "oauth" },
        { "oawth", "oauth" },
        { "oauts", "oauth" },
        { "aouth", "oauth" },
        { "oatuh", "oauth" },
        { "oauht", "oauth" },
        { "ko", "ok" },

        // One slip in three letters.
        { "ujnctoin", "junction" },
        { "link_token_valid", "link_token_invalid" },
        { "linkTokenExpired", "link_token_expired" },
        { new string('n', 63) + "m", Longest },

        // Letter case aside; the nearest; of equally near ones the first.
        { "JUNCTON", "junction" },
        { "acme_a2", "acme_a1" },
        { "acme_b2", "acme_b1" },
        { "acme_c1", "acme_a1" },
    };

    public static TheoryData<string?> Far { get; } = new()
    {
        null,
        "",
        "o",
        "oth",
        "loopen",
        "pool",
        "ujcntoin",
        "klingon",
        "lo\nop-and-much-more",
        Longest + "n",
    };
}
