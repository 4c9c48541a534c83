using LinkErrors;
using LinkErrors.Dialects;

namespace FrontEnd;

/// <summary>What this application says of an error: words of its own for what its users meet, and those of the catalog for the rest.</summary>
internal static class FrontEndWords
{
    private static readonly Dictionary<string, (string Title, string Action)> Own = new(StringComparer.Ordinal)
    {
        [LinkErrorCodes.AccessDenied] = ("You did not give access", "Nothing was linked. Start again when you like."),
        [LinkErrorCodes.UserCancelled] = ("You cancelled", "Nothing was linked. Start again when you like."),
        [LinkErrorCodes.LinkTokenExpired] = ("This link has expired", "Start again to get a new one."),
        [LinkErrorCodes.LinkTokenConsumed] = ("This link was used already", "Start again if you want another connection."),
        [LinkErrorCodes.LinkTokenInvalid] = ("This link is not valid", "Start again to get a new one."),
        [LinkErrorCodes.ProviderCredentialError] = ("Name or password is not right", "Check them and try again."),
        [LinkErrorCodes.ProviderPasswordExpired] = ("Your password has expired", "Change it at Acme, then try again."),
        [LinkErrorCodes.IncorrectMfaCode] = ("The code is not right", "Enter the newest code."),
        [LinkErrorCodes.UnsupportedRegion] = ("Your region is not served", "Choose another region."),
        [LinkErrorCodes.RequiredScopesNotGranted] = ("A permission is missing", "Start again and leave every permission ticked."),
        [LinkErrorCodes.DuplicateConnection] = ("This account is linked already", "Another user has linked it. Use another account."),
        [LinkErrorCodes.ProviderApiError] = ("Acme does not answer", "It is not your fault. Try again later."),
        [LinkErrorCodes.CallbackStateInvalid] = ("We lost track of this attempt", "Start again in this browser."),
        [LinkErrorCodes.ProviderTokenRejected] = ("Acme took the access back", "Start again and allow it once more."),
    };

    public static (string Title, string Text) Find(LinkError error) =>
        StandsForMany(error) ? ("Your account was not linked", error.Message)
        : Own.TryGetValue(error.Code, out (string Title, string Action) words) ? words
        : (error.Definition.Title, error.Definition.Action ?? "Try again.");

    /// <summary>Some formats send one code for many errors: what happened is then told only by the text of the service.</summary>
    private static bool StandsForMany(LinkError error) =>
        error.Origin is { } origin
        && error.Code == origin.WireCode
        && LinkErrorDialects.All.SingleOrDefault(dialect => dialect.Name == origin.Dialect) is { } dialect
        && LinkErrorCatalog.Default.Count(definition => dialect.GetWireCode(definition) == origin.WireCode) > 1;
}
