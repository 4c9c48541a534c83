using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Provider;

/// <summary>The key that signs id tokens, made anew for each process.</summary>
internal sealed class ProviderKey : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public ProviderKey() => Key = new RsaSecurityKey(_rsa) { KeyId = Guid.NewGuid().ToString("N") };

    public RsaSecurityKey Key { get; }

    public void Dispose() => _rsa.Dispose();
}
