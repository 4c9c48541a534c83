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
            return (GetChallenged(context.Response) with { Scopes = needed }).ToException(debugMessage: "The request was not authenticated.");
        }

        string reason = string.Join(' ', result.AuthorizationFailure?.FailureReasons.Select(item => item.Message) ?? []);
        string debugText = $"Not authorized. Failed: {string.Join(", ", result.AuthorizationFailure?.FailedRequirements ?? [])}. {reason}";
        bool lacksScope = result.AuthorizationFailure?.FailedRequirements.Any(requirement => GetClaimed(requirement).Count > 0) == true
            || declared.Except(GetGranted(context.User), StringComparer.Ordinal).Any();
        return lacksScope ? new InsufficientScopeException(debugText) { Scopes = [.. needed] } : new ForbiddenException(debugText);
    }

    /// <summary>What the scheme says in its challenge, such as that the user has to sign in more strongly (RFC 9470 §3).</summary>
    private static LinkError GetChallenged(HttpResponse response)
    {
        AuthenticationChallenge[] challenges = [.. response.Headers.WWWAuthenticate.SelectMany(line => AuthenticationChallenge.Parse(line ?? ""))];
        string? code = challenges.Select(challenge => challenge.Parameters.GetValueOrDefault("error")).FirstOrDefault(error => error is not null);
        if (code is not null && LinkErrorCatalog.Default.TryFind(code, out LinkErrorDefinition? definition))
        {
            return new LinkError(definition) { StatusCode = StatusCodes.Status401Unauthorized };
        }

        bool isTokenAsked = challenges.Length == 0 || challenges.Any(challenge => challenge.Scheme.ToUpperInvariant() is "BEARER" or "DPOP");
        return new LinkError(LinkErrorDefinitions.InvalidToken) { Message = isTokenAsked ? null : "The request was not authenticated." };
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
