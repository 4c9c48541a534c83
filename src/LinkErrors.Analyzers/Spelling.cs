namespace LinkErrors.Analyzers;

/// <summary>Finds the name that somebody meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest name; null when none is near enough to have been meant.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="names">The names that there are.</param>
    public static string? FindMeant(string word, IEnumerable<string> names)
    {
        string letters = Letters(word);
        return names
            .Select(name => (Name: name, Distance: Letters(name) == letters ? 0 : Distance(word, name)))
            .Where(candidate => candidate.Distance <= Tolerance(candidate.Name))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>One slip in a short name, up to three in a long one.</summary>
    private static int Tolerance(string name) => Math.Min(3, Math.Max(1, name.Length / 4));

    private static string Letters(string word) => new([.. word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>How many letters have to be added, removed, replaced or swapped with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        int[,] distances = new int[left.Length + 1, right.Length + 1];
        for (int row = 0; row <= left.Length; row++)
        {
            for (int column = 0; column <= right.Length; column++)
            {
                distances[row, column] = row == 0 || column == 0 ? row + column : Next(row, column);
            }
        }

        return distances[left.Length, right.Length];

        int Next(int row, int column)
        {
            int replaced = distances[row - 1, column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
            int nearest = Math.Min(replaced, Math.Min(distances[row - 1, column], distances[row, column - 1]) + 1);
            bool isSwap = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
            return isSwap ? Math.Min(nearest, distances[row - 2, column - 2] + 1) : nearest;
        }
    }
}
