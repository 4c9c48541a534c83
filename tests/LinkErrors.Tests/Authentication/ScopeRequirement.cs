using Microsoft.AspNetCore.Authorization;

namespace LinkErrors.Tests.Authentication;

/// <summary>A requirement of an application's own, which says what it needs.</summary>
internal sealed class ScopeRequirement(string scope) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement, ILinkScopesMetadata
{
    public IReadOnlyList<string> Scopes { get; } = [scope];

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.User.HasClaim("scope", requirement.Scopes[0]))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
