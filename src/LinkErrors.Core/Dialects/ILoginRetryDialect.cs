namespace LinkErrors.Dialects;

/// <summary>
/// A <see cref="LinkErrorDialect"/> that knows a way back to a login page, which shows the message and lets the user try
/// again, beside the way back to the callback of a client.
/// </summary>
public interface ILoginRetryDialect
{
    /// <summary>Writes the parameters with which the browser returns to the login page, in their order.</summary>
    /// <param name="error">The error.</param>
    /// <param name="context">What is known of the response.</param>
    /// <param name="parameters">Takes the parameters.</param>
    void WriteLoginRetry(LinkError error, LinkErrorWriteContext context, LinkErrorParameters parameters);
}
