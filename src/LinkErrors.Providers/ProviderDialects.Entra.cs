namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>entra</c>: Microsoft Entra ID and Microsoft Graph. <c>error</c> is text at the token endpoint and an object in Graph. Microsoft says that the numbers in error_codes change, so they are no table.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://learn.microsoft.com/en-us/answers/questions/1291600/request-access-token-times-wrong"/></item>
    /// <item><see href="https://github.com/microsoftgraph/android-java-meetingfeedback-rest-sample/issues/11"/></item>
    /// <item><see href="https://github.com/microsoftgraph/msgraph-training-dotnet/issues/31"/></item>
    /// <item><see href="https://github.com/microsoftgraph/console-java-connect-sample/issues/1"/></item>
    /// <item><see href="https://learn.microsoft.com/en-us/previous-versions/azure/dn645548(v=azure.100)"/></item>
    /// <item><see href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Entra { get; } = new("entra")
    {
        Code = ["error.code", "error"],
        Text = ["error.message", "error_description"],
        Reference = ["trace_id", "error.innerError.request-id", "header:request-id"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["InvalidAuthenticationToken"] = LinkErrorCodes.InvalidToken,
        },
    };
}
