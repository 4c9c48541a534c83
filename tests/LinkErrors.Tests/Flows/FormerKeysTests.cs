using LinkErrors.Flows;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Flows;

/// <summary>Where keys are kept may be far or away, and whoever sends states must not make it busy.</summary>
public sealed class FormerKeysTests
{
    private readonly ManualTime _time = new();
    private readonly StubKeyManager _keys = new();
    private readonly Guid _former = Guid.NewGuid();
    private readonly Guid _added = Guid.NewGuid();

    [Theory]
    [InlineData("00:10:00", 1, false)]
    [InlineData("00:10:00.0000001", 2, true)]
    public void Keys_OnceRead_AreReadAgainAfterTenMinutes(string later, int reads, bool isAddedKnown)
    {
        _keys.Identifiers = [_former];
        FormerKeys keys = Create();
        keys.Contain(_former).Should().BeTrue();
        keys.Contain(_added).Should().BeFalse();

        _keys.Identifiers = [_former, _added];
        _time.Advance(TimeSpan.Parse(later, null));

        keys.Contain(_added).Should().Be(isAddedKnown);
        keys.Contain(_former).Should().BeTrue();
        _keys.Reads.Should().Be(reads);
    }

    /// <summary>A state of this service must not be taken for somebody else's because its keys are away for a while.</summary>
    [Fact]
    public void Keys_ThatCannotBeReadAgain_StayWhatTheyWere()
    {
        _keys.Identifiers = [_former];
        FormerKeys keys = Create();
        keys.Contain(_former).Should().BeTrue();

        _keys.Identifiers = null;
        _time.Advance(TimeSpan.FromHours(1));

        keys.Contain(_former).Should().BeTrue();
        keys.Contain(_added).Should().BeFalse();
        _keys.Reads.Should().Be(2, "what failed is not tried again for each state");
    }

    [Fact]
    public void Keys_ThatCouldNeverBeRead_MayBeAnyUntilTheyCan()
    {
        FormerKeys keys = Create();
        keys.Contain(_former).Should().BeTrue();
        keys.Contain(_added).Should().BeTrue();
        _keys.Reads.Should().Be(1);

        _keys.Identifiers = [_former];
        _time.Advance(TimeSpan.FromHours(1));

        keys.Contain(_former).Should().BeTrue();
        keys.Contain(_added).Should().BeFalse();
    }

    /// <summary>Data Protection that keeps no list of keys, as the ephemeral one, has no former ones.</summary>
    [Fact]
    public void Keys_WithoutAKeyManager_AreNone()
    {
        FormerKeys keys = new(new ServiceCollection().BuildServiceProvider(), _time);

        keys.Contain(_former).Should().BeFalse();
    }

    private FormerKeys Create() => new(new ServiceCollection().AddSingleton<IKeyManager>(_keys).BuildServiceProvider(), _time);

    /// <summary>Keys by their identifiers; null where they cannot be read.</summary>
    private sealed class StubKeyManager : IKeyManager
    {
        public Guid[]? Identifiers { get; set; }

        public int Reads { get; private set; }

        public IReadOnlyCollection<IKey> GetAllKeys()
        {
            Reads++;
            return [.. (Identifiers ?? throw new IOException("the volume of the keys is not mounted")).Select(identifier => new StubKey(identifier))];
        }

        public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => throw new NotSupportedException();

        public CancellationToken GetCacheExpirationToken() => CancellationToken.None;

        public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => throw new NotSupportedException();

        public void RevokeKey(Guid keyId, string? reason = null) => throw new NotSupportedException();
    }

    private sealed class StubKey(Guid identifier) : IKey
    {
        public Guid KeyId => identifier;

        public DateTimeOffset ActivationDate => default;

        public DateTimeOffset CreationDate => default;

        public DateTimeOffset ExpirationDate => default;

        public bool IsRevoked => false;

        public IAuthenticatedEncryptorDescriptor Descriptor => throw new NotSupportedException();

        public IAuthenticatedEncryptor? CreateEncryptor() => null;
    }
}
