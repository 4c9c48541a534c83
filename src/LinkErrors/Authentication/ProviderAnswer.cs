using System.Collections;
using LinkErrors.Diagnostics;
using LinkErrors.Dialects;

namespace LinkErrors.Authentication;

/// <summary>
/// What the provider itself said, as the handlers of ASP.NET Core put it into the data of their exception, from its
/// authorization response (RFC 6749 §4.1.2.1) or its token response (§5.2). It goes to the log, never to the client.
/// </summary>
internal sealed record ProviderAnswer(string Error, string? Description, string? Uri)
{
    private const string ErrorMember = "error";
    private const string DescriptionMember = "error_description";
    private const string UriMember = "error_uri";

    public static ProviderAnswer? Read(Exception failure)
    {
        for (Exception? exception = failure; exception is not null; exception = exception.InnerException)
        {
            if (exception.Data.Contains(DescriptionMember))
            {
                LogText.SetWords(exception, OmitAbsent(exception.Message));
            }

            if (Get(exception.Data, ErrorMember) is { } error)
            {
                return new ProviderAnswer(error, Get(exception.Data, DescriptionMember), Get(exception.Data, UriMember));
            }
        }

        return null;
    }

    public LinkErrorOrigin ToOrigin() => new(LinkErrorDialects.OAuth.Name, Error, Description) { WireUri = Uri };

    public override string ToString() =>
        $"error '{Error}'{(Description is null ? "" : $", error_description '{Description}'")}{(Uri is null ? "" : $", error_uri '{Uri}'")}";

    private static string? Get(IDictionary data, string key) =>
        data[key]?.ToString() is { Length: > 0 } value && value != GetWordsForAbsent(key) ? value : null;

    /// <summary>OpenID Connect's handler has words for a member that is not there. Nobody said them.</summary>
    private static string GetWordsForAbsent(string member) => $"{member} is null";

    private static string OmitAbsent(string message) => ((string[])[ErrorMember, DescriptionMember, UriMember])
        .Aggregate(message, static (text, member) => text.Replace($", {member}: '{GetWordsForAbsent(member)}'", "", StringComparison.Ordinal));
}
