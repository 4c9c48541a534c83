namespace LinkErrors.Dialects;

public static partial class ProviderDialects
{
    /// <summary><c>cognito</c>: Amazon Cognito: the token endpoint and the user pools API. NotAuthorizedException stands for a wrong password and for a dead access token alike.</summary>
    /// <remarks>
    /// Recorded from:
    /// <list type="bullet">
    /// <item><see href="https://stackoverflow.com/questions/50264679/aws-cognito-unauthorized-client-error-when-hitting-oauth2-token"/></item>
    /// <item><see href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html"/></item>
    /// <item><see href="https://github.com/aws/aws-cli/issues/3348"/></item>
    /// <item><see href="https://github.com/jagregory/cognito-local/pull/337"/></item>
    /// <item><see href="https://github.com/ellaisys/aws-cognito/issues/94"/></item>
    /// <item><see href="https://github.com/aws-amplify/amplify-js/issues/3778"/></item>
    /// </list>
    /// </remarks>
    public static JsonLinkErrorDialect Cognito { get; } = new("cognito")
    {
        Code = ["error", "__type"],
        Text = ["error_description", "message"],
        Reference = ["header:x-amzn-requestid"],
        PassesUnknownCodes = false,
        Codes =
        {
            ["NotAuthorizedException"] = LinkErrorCodes.ProviderCredentialError,
            ["UserNotConfirmedException"] = LinkErrorCodes.InteractionRequired,
        },
    };
}
