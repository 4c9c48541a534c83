using System.Text;
using LinkErrors.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Inspection;

/// <summary>
/// Makes the texts of one request fit to be looked at. Values of a request are shown by the names that the library decides by, and those
/// of no other; what is not shown there is not shown in any other text either.
/// </summary>
internal sealed class SecretMask
{
    public const string Hidden = "***";

    /// <summary>A shorter value stands in many a text by chance.</summary>
    private const int ShortestSecret = 4;

    /// <summary>A value of a name that says nothing, such as <c>provider</c>, may be part of a host or a path. A token is longer.</summary>
    private const int ShortestToken = 16;

    private const int MostSecrets = 100;

    /// <summary>What is shown of a query or a form: by these the library decides, and they are no secrets.</summary>
    private static readonly HashSet<string> Shown = new(StringComparer.OrdinalIgnoreCase)
    {
        "client_id", "redirect_uri", "response_mode", "response_type", "scope", "ui_locales", "prompt", "error", "error_type", "error_code", "grant_type",
    };

    /// <summary>What is hidden in a URI, of which everything counts.</summary>
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "access_token", "api_key", "apikey", "assertion", "auth", "client_assertion", "client_secret", "code", "code_verifier", "device_code", "id_token",
        "id_token_hint", "key", "link_token", "login_hint", "nonce", "otp", "password", "refresh_token", "request", "secret", "session", "session_id",
        "session_state", "sid", "sig", "signature", "state", "ticket", "token", "user_code",
    };

    /// <summary>What is hidden in a header.</summary>
    private static readonly HashSet<string> SecretHeaders = new(StringComparer.OrdinalIgnoreCase) { "Set-Cookie", "DPoP-Nonce" };

    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    private SecretMask()
    {
    }

    /// <summary>Learns what must not be shown.</summary>
    /// <param name="request">The request; a form counts when somebody has read it.</param>
    /// <param name="state">The state of the flow.</param>
    public static SecretMask Of(HttpRequest request, string? state)
    {
        SecretMask mask = new();
        mask.Learn(state, ShortestSecret);
        mask.Learn(request.Query);
        mask.Learn(request.HttpContext.Features.Get<IFormFeature>()?.Form ?? (IEnumerable<KeyValuePair<string, StringValues>>)[]);
        foreach (string? value in request.Headers.Authorization)
        {
            mask.Learn(value?[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..], ShortestSecret);
        }

        return mask;
    }

    /// <summary>A text of anybody: on one line, bounded, without the secrets of the request.</summary>
    public string Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "(none)";
        }

        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        return LogText.Escape(text);
    }

    /// <summary>A URI, in which values of some names and a user name are hidden.</summary>
    public string Uri(string? uri) => Text(uri is null ? null : HideValues(HideUser(uri, this), HideSecret));

    /// <summary>The route of a request, since a path may hold a secret, with its query, in which only the values of some names are shown.</summary>
    public string Request(HttpRequest request)
    {
        string path = request.HttpContext.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { Length: > 0 } pattern }
            ? (pattern[0] == '/' ? pattern : "/" + pattern)
            : request.Path.ToUriComponent();
        return $"{Text(request.Method)} {Text(request.PathBase.ToUriComponent() + path + HideValues(request.QueryString.Value ?? "", HideUnknown))}";
    }

    /// <summary>A header of the answer.</summary>
    public string Header(string name, string value) => SecretHeaders.Contains(name) ? $"{name}: {Hidden}" : $"{name}: {Uri(value)}";

    private void Learn(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        foreach ((string name, StringValues values) in parameters)
        {
            foreach (string? value in values)
            {
                if (Shown.Contains(name))
                {
                    _ = HideUser(value ?? "", this);
                    _ = HideValues(value ?? "", HideSecret);
                }
                else
                {
                    Learn(value, Secret.Contains(name) ? ShortestSecret : ShortestToken);
                }
            }
        }
    }

    private void Learn(string? value, int shortest)
    {
        if (value?.Length >= shortest && _secrets.Count < MostSecrets)
        {
            _secrets.Add(value);
            _secrets.Add(System.Uri.EscapeDataString(value));
        }
    }

    /// <summary>A value of a URI, or what stands in its place. What is hidden here is hidden everywhere.</summary>
    private string HideSecret(string name, string value)
    {
        if (!Secret.Contains(name) || (name == "state" && value == "error"))
        {
            return value;
        }

        Learn(System.Uri.UnescapeDataString(value), ShortestSecret);
        return Hidden;
    }

    /// <summary>A value of the query. Of a URI in it, everything counts.</summary>
    private string HideUnknown(string name, string value) => Shown.Contains(name) ? Uri(System.Uri.UnescapeDataString(value.Replace('+', ' '))) : Hidden;

    private static string HideUser(string uri, SecretMask mask)
    {
        int start = uri.IndexOf("//", StringComparison.Ordinal) + 2;
        int end = start < 2 ? -1 : uri.AsSpan(start).IndexOfAny("/?#\\") is var length and >= 0 ? start + length : uri.Length;
        int at = end <= start ? -1 : uri.LastIndexOf('@', end - 1, end - start);
        if (at < 0)
        {
            return uri;
        }

        string user = uri[start..at];
        mask.Learn(user, ShortestSecret);
        mask.Learn(user[(user.IndexOf(':', StringComparison.Ordinal) + 1)..], ShortestSecret);
        return string.Concat(uri.AsSpan(0, start), Hidden, uri.AsSpan(at));
    }

    /// <summary>Goes through the pairs of query and fragment.</summary>
    private static string HideValues(string text, Func<string, string, string> hide)
    {
        int start = text.AsSpan().IndexOfAny('?', '#');
        if (start < 0)
        {
            return text;
        }

        StringBuilder shown = new(text, 0, start, text.Length);
        while (start < text.Length)
        {
            int end = text.AsSpan(start + 1).IndexOfAny("?#&") is var length and >= 0 ? start + 1 + length : text.Length;
            ReadOnlySpan<char> pair = text.AsSpan(start, end - start);
            int equals = pair.IndexOf('=');
            shown.Append(equals < 1 ? pair : pair[..(equals + 1)]).Append(equals < 1 ? "" : hide(System.Uri.UnescapeDataString(pair[1..equals]), pair[(equals + 1)..].ToString()));
            start = end;
        }

        return shown.ToString();
    }
}
