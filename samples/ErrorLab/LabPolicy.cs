using System.Security.Cryptography;
using System.Text;

namespace ErrorLab;

/// <summary>
/// The Content-Security-Policy of the lab's page: its own style by hash, and no script. A frame with <c>srcdoc</c> has no headers and
/// inherits the policy of the page around it (CSP Level 3 §7.8), so that what the error page in it needs is allowed as well.
/// </summary>
internal static class LabPolicy
{
    private static readonly string[] Framed = ["style-src", "img-src"];

    /// <summary>Creates the policy.</summary>
    /// <param name="style">The style of the lab's page.</param>
    /// <param name="framed">The policy with which the page in the frame was sent; empty where there is none.</param>
    public static string Create(string style, string framed)
    {
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        string[] allowed = [.. Framed.Select(name => Find(framed, name))];
        return $"default-src 'none'; style-src 'sha256-{hash}'{allowed[0]}; img-src data:{allowed[1]}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /// <summary>The sources of a directive, each with a space in front of it.</summary>
    private static string Find(string policy, string directive) => string.Concat(policy
        .Split(';', StringSplitOptions.TrimEntries)
        .Select(each => each.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words is [string name, ..] && name == directive)
        .SelectMany(words => words.Skip(1))
        .Where(source => source is not ("'none'" or "data:"))
        .Select(source => " " + source));
}
