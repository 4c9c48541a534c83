using System.Security.Cryptography;
using System.Text;

namespace LinkErrors.Flows;

/// <summary>A registered redirect URI as a row of the application's database.</summary>
public sealed class StoredRedirectUri
{
    /// <summary>The length of a SHA-256 hash in hexadecimal digits.</summary>
    internal const int KeyLength = 64;

    /// <summary>No registered redirect URI is longer.</summary>
    internal const int MaximumLength = 2000;

    internal StoredRedirectUri(string uri)
    {
        Uri = uri;
        Key = KeyOf(uri);
    }

    private StoredRedirectUri()
    {
        Uri = "";
        Key = "";
    }

    /// <summary>The URI, letter for letter.</summary>
    public string Uri { get; private set; }

    /// <summary>
    /// What a URI is found by: its SHA-256 hash, in lower-case hexadecimal digits. It is short enough for the index of every database, and the same for no
    /// two URIs, whatever collation compares them.
    /// </summary>
    public string Key { get; private set; }

    /// <summary>The same of the URI without its port, where the port may differ (RFC 8252 §7.3); null elsewhere.</summary>
    public string? LoopbackKey { get; internal set; }

    internal static string KeyOf(string uri) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uri)));
}
