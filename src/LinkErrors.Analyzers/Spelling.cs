using LinkErrors.Model;

namespace LinkErrors.Analyzers;

/// <summary>Finds the name that somebody meant. It is stricter than the suggestions of the library: those answer what is wrong for certain.</summary>
internal static class Spelling
{
    /// <summary>The nearest name; null when none is near enough to have been meant.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="names">The names that there are.</param>
    public static string? FindMeant(string word, IEnumerable<string> names)
    {
        string letters = Letters(word);
        return names
            .Select(name => (Name: name, Distance: Letters(name) == letters ? 0 : Suggestion.CountSlips(word, name)))
            .Where(candidate => candidate.Distance <= Tolerance(candidate.Name))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>One slip in a short name, up to three in a long one.</summary>
    private static int Tolerance(string name) => Math.Min(3, Math.Max(1, name.Length / 4));

    private static string Letters(string word) => new([.. word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
