using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Provider;

/// <summary>Codes that can be redeemed once, and the tokens that were given for them.</summary>
internal sealed class ProviderCodes
{
    private readonly ConcurrentDictionary<string, ProviderGrant> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ProviderGrant> _tokens = new(StringComparer.Ordinal);

    public string Issue(ProviderGrant grant) => Add(_codes, grant);

    public string IssueToken(ProviderGrant grant) => Add(_tokens, grant);

    public ProviderGrant? Peek(string code) => _codes.GetValueOrDefault(code);

    public bool TryRedeem(string code, [NotNullWhen(true)] out ProviderGrant? grant) => _codes.TryRemove(code, out grant);

    public ProviderGrant? FindToken(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? _tokens.GetValueOrDefault(authorization["Bearer ".Length..]) : null;

    private static string Add(ConcurrentDictionary<string, ProviderGrant> grants, ProviderGrant grant)
    {
        string name = Guid.NewGuid().ToString("N");
        grants[name] = grant;
        return name;
    }
}
