using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>
/// The properties inside the <c>state</c> that came back. A handler drops them when an exception ends the login, as when the
/// provider cannot be reached, and then nobody else knows which flow it was.
/// </summary>
/// <param name="IsReadable">Whether the scheme keeps its properties in a state that can be read here.</param>
/// <param name="Properties">The properties; null when the state is missing, or not one of this scheme.</param>
internal readonly record struct ReturnedState(bool IsReadable, AuthenticationProperties? Properties)
{
    /// <summary>Reads the state.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key ring cannot be read.</exception>
    public static async ValueTask<ReturnedState> ReadAsync(HttpContext context, RemoteAuthenticationOptions options, LinkRequestReader requests)
    {
        if (FindFormat(options) is not { } format)
        {
            return default;
        }

        // A form that cannot be read was none for the handler either: its failure is the one that counts.
        string? state = null;
        _ = (await requests.ReadAsync(context, RequestForm.CanMatter(context, StatusCodes.Status400BadRequest)).ConfigureAwait(false))?.TryGet(LinkParameter.State, out state);
        if (state is null)
        {
            return new ReturnedState(IsReadable: true, Properties: null);
        }

        AuthenticationProperties? properties = format.Unprotect(state);
        if (properties is null)
        {
            // The format says nothing of its failure: one that cannot protect either has no keys, and throws here.
            format.Protect(new AuthenticationProperties());
        }

        return new ReturnedState(IsReadable: true, properties);
    }

    /// <summary>OpenID Connect and others outside the shared framework have the same property, but no type in common.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where the property was trimmed, the properties that the handler gives are all there is.")]
    private static ISecureDataFormat<AuthenticationProperties>? FindFormat(RemoteAuthenticationOptions options)
    {
        if (options is OAuthOptions oauth)
        {
            return oauth.StateDataFormat;
        }

        foreach (PropertyInfo property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property is { Name: "StateDataFormat", CanRead: true } && property.PropertyType.IsAssignableTo(typeof(ISecureDataFormat<AuthenticationProperties>)))
            {
                return (ISecureDataFormat<AuthenticationProperties>?)property.GetValue(options);
            }
        }

        return null;
    }
}
