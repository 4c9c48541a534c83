using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LinkErrors.Authentication;

/// <summary>
/// Reaches every remote scheme, whatever its handler: as an open generic it is made for each options type that derives from
/// <see cref="RemoteAuthenticationOptions"/>, and for no other.
/// </summary>
internal sealed class RemoteLoginPostConfigure<TOptions>(RemoteLoginSchemes schemes) : IPostConfigureOptions<TOptions>
    where TOptions : RemoteAuthenticationOptions
{
    public void PostConfigure(string? name, TOptions options)
    {
        schemes.Set(name ?? Options.DefaultName, new RemoteLoginScheme(options));
        if (options is { EventsType: null, Events: { } own })
        {
            RemoteLoginEvents.Attach(own);
        }
    }
}
