using LinkErrors;
using Microsoft.AspNetCore.Authorization;

namespace Links;

public sealed class ScopeRequirement(params string[] scopes) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement, ILinkScopesMetadata
{
    public IReadOnlyList<string> Scopes => scopes;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        HashSet<string> granted = [.. context.User.FindAll("scope").SelectMany(claim => claim.Value.Split(' '))];
        if (granted.IsSupersetOf(requirement.Scopes))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
