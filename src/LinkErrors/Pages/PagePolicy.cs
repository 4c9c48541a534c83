using System.Security.Cryptography;
using System.Text;
using LinkErrors.Flows;
using LinkErrors.Settings;

namespace LinkErrors.Pages;

/// <summary>
/// The Content-Security-Policy of a page: its own style and script by hash (CSP Level 3 §2.3.1), and nothing else. Hashed
/// once for a kind of page; only who may frame it depends on the response.
/// </summary>
internal sealed class PagePolicy
{
    private readonly string _content;

    /// <summary>Hashes what a page contains.</summary>
    /// <param name="style">The style that the page contains.</param>
    /// <param name="script">The script that the page contains, where it has one.</param>
    /// <param name="postsForm">
    /// Whether the page posts a form. Then there is no <c>form-action</c>: browsers hold it against every redirect that
    /// answers the form, and those are the client's own; and it cannot name every host that is a valid target.
    /// </param>
    /// <param name="host">What the host adds of its own; null for a page that has none of it.</param>
    public PagePolicy(string style, string? script = null, bool postsForm = false, ErrorPageSettings? host = null)
    {
        bool hasSheet = host?.StyleSheet is not null;
        _content = $"default-src 'none'; style-src {Hash(style)}{(hasSheet ? " 'self'" : "")}; "
            + NameImages(host?.LogoUri, hasSheet)
            + (hasSheet ? "font-src 'self'; " : "")
            + (script is null ? "" : $"script-src {Hash(script)}; ")
            + "base-uri 'none'; "
            + (postsForm ? "" : "form-action 'none'; ");
        FramedByNobody = _content + "frame-ancestors 'none'";
    }

    /// <summary>RFC 9700 §4.16.</summary>
    public string FramedByNobody { get; }

    /// <summary>For a page that answers in a hidden frame of the client, as <c>prompt=none</c> has it.</summary>
    public string FramedBy(RedirectTarget target) =>
        target.Origin is { } origin && CanName(origin) ? $"{_content}frame-ancestors {origin}" : FramedByNobody;

    /// <summary>
    /// The grammar of a source has no brackets and no underscore (CSP Level 3 §2.3.1). Such a client can use the page in
    /// a window only: to let every page frame it would be the one alternative.
    /// </summary>
    private static bool CanName(string origin) => !origin.AsSpan().ContainsAny('[', '_');

    /// <summary>A style sheet may show images of the host's origin.</summary>
    private static string NameImages(string? logo, bool hasSheet)
    {
        bool isData = logo?.StartsWith("data:", StringComparison.Ordinal) == true;
        bool isOwn = hasSheet || (logo is not null && !isData);
        return isData || isOwn ? $"img-src{(isOwn ? " 'self'" : "")}{(isData ? " data:" : "")}; " : "";
    }

    private static string Hash(string source) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";
}
