using System.Security.Claims;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>Makes a link error of what the authorization middleware decided.</summary>
internal static class AuthorizationErrors
{
    /// <summary>RFC 9068 §2.2.3, and the names that Microsoft's identity platform has for it.</summary>
    private static readonly string[] ScopeClaims = ["scope", "scp", "http://schemas.microsoft.com/identity/claims/scope"];

    public static LinkException Create(HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        string[] declared = [.. GetDeclared(context, policy).Distinct(StringComparer.Ordinal)];
        string[] needed = [.. declared.Union(policy.Requirements.SelectMany(GetClaimed), StringComparer.Ordinal)];
        if (result.Challenged)
        {
            // RFC 6750 §3: the scopes help a client without a token to ask for the right one.
            return (new LinkError(LinkErrorDefinitions.InvalidToken) with { Scopes = needed }).ToException(debugMessage: "The request was not authenticated.");
        }

        string reason = string.Join(' ', result.AuthorizationFailure?.FailureReasons.Select(item => item.Message) ?? []);
        string debugText = $"Not authorized. Failed: {string.Join(", ", result.AuthorizationFailure?.FailedRequirements ?? [])}. {reason}";
        bool lacksScope = result.AuthorizationFailure?.FailedRequirements.Any(requirement => GetClaimed(requirement).Count > 0) == true
            || declared.Except(GetGranted(context.User), StringComparer.Ordinal).Any();
        return lacksScope ? new InsufficientScopeException(debugText) { Scopes = [.. needed] } : new ForbiddenException(debugText);
    }

    private static IEnumerable<string> GetDeclared(HttpContext context, AuthorizationPolicy policy) =>
        (context.GetEndpoint()?.Metadata.GetOrderedMetadata<ILinkScopesMetadata>() ?? [])
            .Concat(policy.Requirements.OfType<ILinkScopesMetadata>())
            .SelectMany(metadata => metadata.Scopes);

    private static IReadOnlyList<string> GetClaimed(IAuthorizationRequirement requirement) =>
        requirement is ClaimsAuthorizationRequirement { AllowedValues: { } values } claims && ScopeClaims.Contains(claims.ClaimType, StringComparer.OrdinalIgnoreCase)
            ? [.. values]
            : [];

    /// <summary>One claim may hold several scopes, separated by spaces (RFC 6749 §3.3).</summary>
    private static IEnumerable<string> GetGranted(ClaimsPrincipal user) =>
        user.Claims
            .Where(claim => ScopeClaims.Contains(claim.Type, StringComparer.OrdinalIgnoreCase))
            .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
