using LinkErrors.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>
/// Which logins are answered: every one of a scheme that was named, and one of any scheme that began with a link flow, or
/// that fails on a link endpoint. An ordinary sign-in of the application is none of these, and stays its own.
/// </summary>
internal sealed class RemoteLoginSelection(IEnumerable<RemoteLoginName> names)
{
    private readonly HashSet<string> _names = names.Select(name => name.Scheme).ToHashSet(StringComparer.Ordinal);

    public bool Contains(HttpContext context, AuthenticationScheme scheme, AuthenticationProperties? properties) =>
        _names.Contains(scheme.Name) || properties?.GetLinkFlow() is not null || LinkEndpoint.Read(context).IsLinkEndpoint;
}
