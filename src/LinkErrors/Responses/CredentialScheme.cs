using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>The scheme with which the client tried to authenticate, for the challenge that answers it (RFC 6749 §5.2).</summary>
internal static class CredentialScheme
{
    private const int MaximumLength = 32;

    /// <summary>
    /// The scheme; null without an <c>Authorization</c> header, or with one that has no sensible scheme. A single word may be
    /// a bare token, which must not be sent back as a scheme.
    /// </summary>
    public static string? Read(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ Length: > 0 } value, ..])
        {
            return null;
        }

        int space = value.IndexOf(' ', StringComparison.Ordinal);
        string scheme = space < 0 ? "" : value[..space];
        return scheme.Length is > 0 and <= MaximumLength && scheme.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
            ? scheme
            : null;
    }
}
