using LinkErrors.Dialects;

namespace LinkErrors.Reading;

/// <summary>Whether a callback comes from the authorization server that it is expected from (RFC 9207 §2.4).</summary>
internal static class IssuerCheck
{
    /// <summary>Why the callback must not be acted on; null when nothing speaks against it.</summary>
    public static LinkErrorReading? Run(LinkErrorReaderOptions options, ReadOnlySpan<string> encodedParts)
    {
        if (options.ExpectedIssuer is null)
        {
            return null;
        }

        bool isNamed = false;
        bool hasParameters = false;
        foreach (string encoded in encodedParts)
        {
            if (encoded.Length > options.MaxLength)
            {
                continue;
            }

            foreach (LinkErrorParameter parameter in LinkErrorParameters.Parse(encoded))
            {
                hasParameters = true;
                if (parameter is { Name: "iss", Value.Length: > 0 })
                {
                    isNamed = true;
                    if (parameter.Value != options.ExpectedIssuer)
                    {
                        return Refuse("It names another issuer than ExpectedIssuer. Do not act on it.");
                    }
                }
            }
        }

        return options.RequireIssuer && hasParameters && !isNamed
            ? Refuse("It names no issuer, which RequireIssuer asks for. Do not act on it.")
            : null;
    }

    private static LinkErrorReading Refuse(string reason) => LinkErrorReading.None(LinkErrorUnreadable.WrongIssuer, reason);
}
