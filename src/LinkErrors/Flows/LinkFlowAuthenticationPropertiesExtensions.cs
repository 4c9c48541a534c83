using System.Text.Json;
using LinkErrors.Flows;

namespace Microsoft.AspNetCore.Authentication;

/// <summary>Lets a remote login carry the link flow that it belongs to.</summary>
public static class LinkFlowAuthenticationPropertiesExtensions
{
    private const string Key = ".LinkErrors.flow";

    /// <summary>Puts a flow into the properties of a challenge; the authentication handler protects them.</summary>
    /// <param name="properties">The properties that are passed to the challenge.</param>
    /// <param name="request">What the client asked for; null to take an earlier one back.</param>
    /// <exception cref="ArgumentNullException"><paramref name="properties"/> is null.</exception>
    public static void SetLinkFlow(this AuthenticationProperties properties, LinkFlowRequest? request)
    {
        ArgumentNullException.ThrowIfNull(properties);
        properties.SetString(Key, request is null ? null : JsonSerializer.Serialize(request, LinkFlowJsonContext.Default.LinkFlowRequest));
    }

    /// <summary>The flow that was put into the properties.</summary>
    /// <param name="properties">The properties that came back with the login.</param>
    /// <returns>What the client asked for; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="properties"/> is null.</exception>
    public static LinkFlowRequest? GetLinkFlow(this AuthenticationProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return properties.GetString(Key) is { } json ? JsonSerializer.Deserialize(json, LinkFlowJsonContext.Default.LinkFlowRequest) : null;
    }
}
