using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Inspection;

/// <summary>Marks the endpoints of the inspector, by which the check at the start finds them.</summary>
internal sealed class InspectorMark
{
    public static InspectorMark Instance { get; } = new();

    /// <summary>Whether an endpoint asks who comes, by whatever means of ASP.NET Core.</summary>
    public static bool IsProtected(Endpoint? endpoint) =>
        endpoint?.Metadata is { } metadata
        && metadata.GetMetadata<IAllowAnonymous>() is null
        && (metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null || metadata.GetMetadata<IAuthorizationRequirementData>() is not null);
}
