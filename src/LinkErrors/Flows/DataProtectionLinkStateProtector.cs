using System.Security.Cryptography;
using System.Text.Json;
using LinkErrors.Exceptions;
using LinkErrors.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Flows;

/// <summary>Protects with the host's key ring. The expiry is inside, so that an old state and a forged one get different errors.</summary>
internal sealed class DataProtectionLinkStateProtector(
    IServiceProvider services, LinkErrorsSettingsSource settings, KeyRingWatch watch, KeyRingReport keyRing, TimeProvider time)
    : ILinkStateProtector
{
    /// <summary>Marks our states, so that the many that are not ours cost no attempt to decrypt them.</summary>
    internal const string Prefix = "le.";

    private const string Purpose = "LinkErrors.LinkFlow.v1";

    private readonly FormerKeys _formerKeys = new(services, time);
    private IDataProtector? _protector;

    /// <summary>Whether this service can have made a state at all.</summary>
    internal bool IsAvailable => Find() is not null;

    private IDataProtector Protector => Find()
        ?? throw new InvalidOperationException(
            "ILinkStateProtector needs ASP.NET Core Data Protection. Call 'builder.Services.AddDataProtection()', and persist its keys where every instance finds them.");

    public string Protect(LinkFlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        watch.Check();
        ProtectedLinkFlow flow = new(request, time.GetUtcNow().Add(settings.Current.StateLifetime).ToUnixTimeSeconds());
        return Encode(JsonSerializer.SerializeToUtf8Bytes(flow, LinkFlowJsonContext.Default.ProtectedLinkFlow));
    }

    public LinkFlowRequest Unprotect(string? state)
    {
        if (string.IsNullOrEmpty(state))
        {
            throw new CallbackStateMissingException();
        }

        ProtectedLinkFlow? flow = null;
        try
        {
            if (state.StartsWith(Prefix, StringComparison.Ordinal))
            {
                byte[] plain = Protector.Unprotect(WebEncoders.Base64UrlDecode(state, Prefix.Length, state.Length - Prefix.Length));
                keyRing.Readable();
                flow = JsonSerializer.Deserialize(plain, LinkFlowJsonContext.Default.ProtectedLinkFlow);
            }
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            // Data Protection fails alike for a forged state and for keys that cannot be read; only the latter cannot encrypt either.
            Encode([]);
            throw new CallbackStateInvalidException("The state cannot be unprotected: it was changed, or its key is not in the key ring.", exception);
        }

        if (flow is null)
        {
            throw new CallbackStateInvalidException("The state was not made by this service.");
        }

        DateTimeOffset expires = DateTimeOffset.FromUnixTimeSeconds(flow.Expires);
        return expires > time.GetUtcNow() ? flow.Request : throw new SessionExpiredException($"The state expired at {expires:O}.");
    }

    /// <summary>Whether a state names a key of this service, the one that it protects with now or a former, so that it was made here, even if it was changed since.</summary>
    internal bool IsOfKeyRing(string state) =>
        ProtectedStateKey.Read(state) is { } key && (key == ProtectedStateKey.Read(Encode([])) || _formerKeys.Contain(key));

    private IDataProtector? Find() => _protector ??= services.GetService<IDataProtectionProvider>()?.CreateProtector(Purpose);

    private string Encode(byte[] plain)
    {
        try
        {
            string state = Prefix + WebEncoders.Base64UrlEncode(Protector.Protect(plain));
            keyRing.Readable();
            return state;
        }
        catch (CryptographicException exception)
        {
            keyRing.Unreadable(exception);
            throw new ServerErrorException("The key ring of Data Protection cannot be read, so no state can be made or read.", exception);
        }
    }
}
