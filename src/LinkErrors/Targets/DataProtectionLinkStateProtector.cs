using System.Security.Cryptography;
using System.Text.Json;
using LinkErrors.Exceptions;
using LinkErrors.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Targets;

/// <summary>Protects with the host's key ring. The expiry is inside, so that an old state and a forged one get different errors.</summary>
internal sealed class DataProtectionLinkStateProtector(IServiceProvider services, LinkErrorsSettingsSource settings, TimeProvider time)
    : ILinkStateProtector
{
    /// <summary>Marks our states, so that the many that are not ours cost no attempt to decrypt them.</summary>
    internal const string Prefix = "le.";

    private const string Purpose = "LinkErrors.LinkFlow.v1";

    private IDataProtector? _protector;

    private IDataProtector Protector => _protector ??= services.GetService<IDataProtectionProvider>()?.CreateProtector(Purpose)
        ?? throw new InvalidOperationException(
            "ILinkStateProtector needs ASP.NET Core Data Protection. Call 'builder.Services.AddDataProtection()', and persist its keys where every instance finds them.");

    public string Protect(LinkFlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ProtectedLinkFlow flow = new(request, time.GetUtcNow().Add(settings.Current.StateLifetime).ToUnixTimeSeconds());
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(flow, LinkFlowJsonContext.Default.ProtectedLinkFlow);
        return Prefix + WebEncoders.Base64UrlEncode(Protector.Protect(plain));
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
                flow = JsonSerializer.Deserialize(plain, LinkFlowJsonContext.Default.ProtectedLinkFlow);
            }
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            throw new CallbackStateInvalidException("The state cannot be unprotected: it was changed, or its key is not in the key ring.", exception);
        }

        if (flow is null)
        {
            throw new CallbackStateInvalidException("The state was not made by this service.");
        }

        DateTimeOffset expires = DateTimeOffset.FromUnixTimeSeconds(flow.Expires);
        return expires > time.GetUtcNow() ? flow.Request : throw new SessionExpiredException($"The state expired at {expires:O}.");
    }
}
