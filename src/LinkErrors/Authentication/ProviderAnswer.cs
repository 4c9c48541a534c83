using System.Collections;
using LinkErrors.Dialects;

namespace LinkErrors.Authentication;

/// <summary>
/// What the provider itself said, as the handlers of ASP.NET Core put it into the data of their exception, from its
/// authorization response (RFC 6749 §4.1.2.1) or its token response (§5.2). It goes to the log, never to the client.
/// </summary>
internal sealed record ProviderAnswer(string Error, string? Description, string? Uri)
{
    public static ProviderAnswer? Read(Exception failure)
    {
        for (Exception? exception = failure; exception is not null; exception = exception.InnerException)
        {
            if (Get(exception.Data, "error") is { } error)
            {
                return new ProviderAnswer(error, Get(exception.Data, "error_description"), Get(exception.Data, "error_uri"));
            }
        }

        return null;
    }

    public LinkErrorOrigin ToOrigin() => new(LinkErrorDialects.OAuth.Name, Error, Description) { WireUri = Uri };

    public override string ToString() =>
        $"error '{Error}'{(Description is null ? "" : $", error_description '{Description}'")}{(Uri is null ? "" : $", error_uri '{Uri}'")}";

    /// <summary>OpenID Connect's handler has words for a member that is not there.</summary>
    private static string? Get(IDictionary data, string key) =>
        data[key]?.ToString() is { Length: > 0 } value && value != $"{key} is null" ? value : null;
}
