using System.Collections.Immutable;
using System.Text;
using LinkErrors.Model;

namespace LinkErrors;

/// <summary>One challenge of a <c>WWW-Authenticate</c> field (RFC 9110 §11.6.1).</summary>
public sealed class AuthenticationChallenge
{
    internal AuthenticationChallenge(string scheme) => Scheme = scheme;

    /// <summary>The authentication scheme, for example <c>Bearer</c>; its case does not matter.</summary>
    public string Scheme { get; }

    /// <summary>The opaque value that stands in place of parameters; null when the challenge has none.</summary>
    public string? Token68 { get; internal set; }

    /// <summary>The parameters, unescaped; names are compared without case. Of a repeated one the first counts.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; internal set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Reads the challenges of a field value. Text that cannot be read ends the list; it never throws.</summary>
    /// <param name="value">The value of one <c>WWW-Authenticate</c> field line.</param>
    /// <returns>The challenges, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static IReadOnlyList<AuthenticationChallenge> Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        AuthenticationChallengeParser parser = new(value);
        return parser.Parse();
    }

    /// <summary>Writes a challenge. A parameter whose value is null or empty is left out.</summary>
    internal static string Format(string scheme, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        StringBuilder text = new(scheme);
        string separator = " ";
        foreach ((string name, string? value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(separator).Append(name).Append("=\"");
                text.Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal));
                text.Append('"');
                separator = ", ";
            }
        }

        return text.ToString();
    }
}
