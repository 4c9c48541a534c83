using LinkErrors.Redirects;

namespace LinkErrors.Flows;

/// <summary>
/// A place where the browser may go. It can be made only by the validation of a requested URI against registered ones,
/// or from the operator's own settings: an unvalidated string never becomes a target.
/// </summary>
public sealed class RedirectTarget
{
    private RedirectTarget(string uri, RedirectTargetKind kind)
    {
        Uri = uri;
        Kind = kind;
    }

    /// <summary>The URI, letter for letter as it was registered (for a loopback URI: with the requested port).</summary>
    public string Uri { get; }

    internal RedirectTargetKind Kind { get; }

    /// <summary>Scheme, host and port of a web address; null for private-use schemes and local paths.</summary>
    internal string? Origin
    {
        get
        {
            if (!Uri.StartsWith("https://", StringComparison.Ordinal) && !Uri.StartsWith("http://", StringComparison.Ordinal))
            {
                return null;
            }

            int authority = Uri.IndexOf("//", StringComparison.Ordinal) + 2;
            int end = Uri.AsSpan(authority).IndexOfAny("/?#");
            return end < 0 ? Uri : Uri[..(authority + end)];
        }
    }

    /// <summary>The host of a web address; the scheme of another one, which an application has registered; null for a local path.</summary>
    internal string? Host
    {
        get
        {
            if (Origin is { } origin)
            {
                string authority = origin[(origin.IndexOf("//", StringComparison.Ordinal) + 2)..];
                int port = authority.LastIndexOf(':');
                return port > authority.LastIndexOf(']') ? authority[..port] : authority;
            }

            int scheme = Uri.IndexOf(':', StringComparison.Ordinal);
            return Uri.StartsWith('/') || scheme < 0 ? null : Uri[..scheme];
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Uri;

    /// <summary>The same place of an application that is below a path base; a place elsewhere stays where it is.</summary>
    internal RedirectTarget Below(string pathBase) => pathBase.Length == 0 ? this : new(LocalPath.Below(pathBase, Uri), Kind);

    /// <summary>Only for URIs that passed <see cref="RedirectUriGrammar"/> and equal a registered one.</summary>
    internal static RedirectTarget ForClient(string uri) => new(uri, RedirectTargetKind.Client);

    /// <summary>Only for the settings of the operator.</summary>
    internal static RedirectTarget ForFallback(string uri) => new(uri, RedirectTargetKind.Fallback);

    /// <summary>Only for a <see cref="LocalPath"/> of the settings or of the application, where a person starts again.</summary>
    internal static RedirectTarget ForStart(string path) => new(path, RedirectTargetKind.Start);

    /// <summary>Only for the settings of the operator.</summary>
    internal static RedirectTarget ForLoginRetry(string path) => new(path, RedirectTargetKind.LoginRetry);
}
