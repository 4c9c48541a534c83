using System.Text;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Responses;

/// <summary>
/// The scheme speaks first: its challenges stay as they are, and one of RFC 6750 or RFC 9449 gets what it does not say itself. What
/// belongs to an error is said by one of the two, and only to the scheme with which the client came.
/// </summary>
internal static class Challenges
{
    private const string Algorithms = "algs";

    private static readonly string[] TokenSchemes = ["Bearer", "DPoP"];
    private static readonly string[] OfError = ["error", "error_description", "error_uri"];

    /// <summary>The field lines of the scheme, completed by a challenge of ours.</summary>
    /// <param name="said">What the scheme said.</param>
    /// <param name="ours">What we would say.</param>
    /// <param name="algorithms">The algorithms of DPoP proofs, for a challenge of that scheme whatever ours is of; null for none.</param>
    public static StringValues Complete(StringValues said, string ours, string? algorithms = null) =>
        AuthenticationChallenge.Parse(ours) is [{ } own] ? new StringValues([.. said.Select(line => Complete(line ?? "", own, algorithms))]) : said;

    private static string Complete(string line, AuthenticationChallenge own, string? algorithms)
    {
        if (AuthenticationChallenge.Parse(line) is not [{ Token68: null } said] || !TokenSchemes.Contains(said.Scheme, StringComparer.OrdinalIgnoreCase))
        {
            return line;
        }

        bool mayName = !said.Parameters.ContainsKey("error") && string.Equals(said.Scheme, own.Scheme, StringComparison.OrdinalIgnoreCase);
        StringBuilder text = new(line.TrimEnd());
        string separator = said.Parameters.Count == 0 ? " " : ", ";
        foreach ((string name, string value) in own.Parameters)
        {
            if (name != Algorithms && (mayName || !OfError.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                Add(name, value);
            }
        }

        if (algorithms is not null && said.Scheme.Equals("DPoP", StringComparison.OrdinalIgnoreCase))
        {
            Add(Algorithms, algorithms);
        }

        return text.ToString();

        void Add(string name, string value)
        {
            if (!said.Parameters.ContainsKey(name))
            {
                text.Append(separator).Append(name).Append("=\"");
                text.Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                separator = ", ";
            }
        }
    }
}
