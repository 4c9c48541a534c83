using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LinkErrors.Model;

/// <summary>
/// Reads <c>WWW-Authenticate</c>: challenges and their parameters are both separated by commas, so a token followed by
/// <c>=</c> belongs to the challenge before it and any other token begins the next (RFC 9110 §11.6.1).
/// </summary>
internal ref struct AuthenticationChallengeParser(ReadOnlySpan<char> text)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(Letters + "!#$%&'*+-.^_`|~");
    private static readonly SearchValues<char> Token68Characters = SearchValues.Create(Letters + "-._~+/");

    private ReadOnlySpan<char> _rest = text;

    public List<AuthenticationChallenge> Parse()
    {
        List<AuthenticationChallenge> challenges = [];
        Dictionary<string, string>? parameters = null;
        while (SkipSeparators() && TryReadToken(out string? token))
        {
            if (parameters is not null && challenges[^1].Token68 is null && TryReadParameterValue(out string? value))
            {
                if (value is null)
                {
                    break;
                }

                parameters.TryAdd(token, value);
                continue;
            }

            parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            challenges.Add(new AuthenticationChallenge(token) { Parameters = parameters, Token68 = ReadToken68() });
        }

        return challenges;
    }

    private static ReadOnlySpan<char> TrimWhitespace(ReadOnlySpan<char> span) => span.TrimStart(" \t");

    private bool SkipSeparators()
    {
        _rest = _rest.TrimStart(" \t,");
        return !_rest.IsEmpty;
    }

    private bool TryReadToken([NotNullWhen(true)] out string? token)
    {
        int length = _rest.IndexOfAnyExcept(TokenCharacters);
        length = length < 0 ? _rest.Length : length;
        token = length == 0 ? null : _rest[..length].ToString();
        _rest = _rest[length..];
        return token is not null;
    }

    /// <summary>True when an equals sign follows; the value is null when its quotes do not end.</summary>
    private bool TryReadParameterValue(out string? value)
    {
        value = null;
        ReadOnlySpan<char> ahead = TrimWhitespace(_rest);
        if (ahead is not ['=', ..])
        {
            return false;
        }

        _rest = TrimWhitespace(ahead[1..]);
        value = _rest is ['"', ..] ? ReadQuotedString() : ReadUnquoted();
        return true;
    }

    /// <summary>A token. What peers write without its quotes, such as a URL, reaches to the next comma, so that it hides nothing behind it.</summary>
    private string ReadUnquoted()
    {
        string token = TryReadToken(out string? read) ? read : "";
        if (_rest is [] or [',' or ' ' or '\t', ..])
        {
            return token;
        }

        int length = _rest.IndexOf(',');
        string tail = _rest[..(length < 0 ? _rest.Length : length)].TrimEnd(" \t").ToString();
        _rest = length < 0 ? [] : _rest[length..];
        return token + tail;
    }

    private string? ReadQuotedString()
    {
        int end = _rest[1..].IndexOfAny('"', '\\') + 1;
        if (end > 0 && _rest[end] == '"')
        {
            string plain = _rest[1..end].ToString();
            _rest = _rest[(end + 1)..];
            return plain;
        }

        StringBuilder content = new();
        for (int index = 1; index < _rest.Length; index++)
        {
            char character = _rest[index];
            if (character == '"')
            {
                _rest = _rest[(index + 1)..];
                return content.ToString();
            }

            if (character == '\\' && index + 1 < _rest.Length)
            {
                character = _rest[++index];
            }

            content.Append(character);
        }

        _rest = [];
        return null;
    }

    private string? ReadToken68()
    {
        ReadOnlySpan<char> ahead = TrimWhitespace(_rest);
        int length = ahead.IndexOfAnyExcept(Token68Characters);
        length = length < 0 ? ahead.Length : length;
        int end = length;
        while (end < ahead.Length && ahead[end] == '=')
        {
            end++;
        }

        if (length == 0 || ahead.Length == _rest.Length || TrimWhitespace(ahead[end..]) is not ([] or [',', ..]))
        {
            return null;
        }

        string token = ahead[..end].ToString();
        _rest = ahead[end..];
        return token;
    }
}
