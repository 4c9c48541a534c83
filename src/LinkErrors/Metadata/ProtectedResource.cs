using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Metadata;

/// <summary>Whether an endpoint says that it is a protected resource (RFC 6749 §7), and not one of the authorization server.</summary>
internal static class ProtectedResource
{
    public static bool IsOf(Endpoint? endpoint) => endpoint is not null && IsDescribedBy(endpoint.Metadata);

    /// <summary>It asks for authorization, or names its scopes or its metadata.</summary>
    public static bool IsDescribedBy(IReadOnlyList<object> metadata)
    {
        bool isRestricted = false;
        bool isOpen = false;
        for (int index = 0; index < metadata.Count; index++)
        {
            if (metadata[index] is ILinkScopesMetadata or ILinkResourceMetadata)
            {
                return true;
            }

            isRestricted |= metadata[index] is IAuthorizeData or AuthorizationPolicy;
            isOpen |= metadata[index] is IAllowAnonymous;
        }

        return isRestricted && !isOpen;
    }
}
