namespace LinkErrors.Authentication;

/// <summary>
/// What the failures of Microsoft.IdentityModel mean, which the handler of OpenID Connect lets through as they are. That
/// library throws exceptions of its own and of the framework; each of its messages begins with a number that stays.
/// </summary>
internal static class OpenIdConnectFailure
{
    private const string Prefix = "IDX";

    /// <summary>Neither a code nor an ID token.</summary>
    private const string NothingReturned = "IDX21334:";

    /// <summary>The nonce cookie is lost, or of another login; the twin of the correlation cookie.</summary>
    private const string NonceException = "OpenIdConnectProtocolInvalidNonceException";

    /// <summary>The definition; null when the failure, with its causes, is not one of that library.</summary>
    public static LinkErrorDefinition? Recognize(Exception failure)
    {
        LinkErrorDefinition? found = null;
        for (Exception? exception = failure; exception is not null; exception = exception.InnerException)
        {
            if (exception.GetType().Name == NonceException)
            {
                return LinkErrorDefinitions.CallbackStateInvalid;
            }

            if (exception.Message.StartsWith(NothingReturned, StringComparison.Ordinal))
            {
                return LinkErrorDefinitions.CallbackCodeMissing;
            }

            if (IsOfTheLibrary(exception))
            {
                found = LinkErrorDefinitions.ProviderApiError;
            }
        }

        return found;
    }

    private static bool IsOfTheLibrary(Exception exception) =>
        exception.GetType().Namespace?.StartsWith("Microsoft.IdentityModel", StringComparison.Ordinal) == true
        || (exception.Message.StartsWith(Prefix, StringComparison.Ordinal) && exception.Message.Length > Prefix.Length && char.IsAsciiDigit(exception.Message[Prefix.Length]));
}
