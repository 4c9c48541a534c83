namespace LinkErrors.Model;

/// <summary>Finds the known name that a misspelt one was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>No name of ours is as long; the comparison costs the product of both lengths.</summary>
    private const int MaximumLength = 64;

    /// <summary>A question for the end of a message, with a space in front; empty where no name is near.</summary>
    public static string Ask(string? word, IEnumerable<string> known) => Find(word, known) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>The nearest name: one slip in three letters at most, letter case aside. Of equally near ones, the first.</summary>
    public static string? Find(string? word, IEnumerable<string> known)
    {
        if (word is not { Length: > 1 and <= MaximumLength })
        {
            return null;
        }

        return known
            .Select(name => (Name: name, Slips: CountSlips(word.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Slips <= Math.Max(1, Math.Min(word.Length, candidate.Name.Length) / 3))
            .OrderBy(candidate => candidate.Slips)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>Letters left out, added, mistaken or swapped with their neighbour (optimal string alignment).</summary>
    internal static int CountSlips(string word, string name)
    {
        int[,] slips = new int[word.Length + 1, name.Length + 1];
        for (int left = 0; left <= word.Length; left++)
        {
            for (int right = 0; right <= name.Length; right++)
            {
                if (left == 0 || right == 0)
                {
                    slips[left, right] = left + right;
                    continue;
                }

                bool isSame = word[left - 1] == name[right - 1];
                int least = Math.Min(slips[left - 1, right - 1] + (isSame ? 0 : 1), Math.Min(slips[left - 1, right], slips[left, right - 1]) + 1);
                bool isSwapped = left > 1 && right > 1 && word[left - 1] == name[right - 2] && word[left - 2] == name[right - 1];
                slips[left, right] = isSwapped ? Math.Min(least, slips[left - 2, right - 2] + 1) : least;
            }
        }

        return slips[word.Length, name.Length];
    }
}
