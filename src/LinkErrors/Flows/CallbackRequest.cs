namespace LinkErrors.Flows;

/// <summary>
/// Whose the <c>state</c> of a request is. A client that asks names itself (RFC 6749 §4.1.1), and its <c>state</c> is its own,
/// whatever it looks like. A provider that answers names nobody but brings <c>code</c> or <c>error</c> (RFC 6749 §4.1.2), and
/// the <c>state</c> is the one that this service sent there: only then may a protected one speak.
/// </summary>
internal static class CallbackRequest
{
    /// <summary>Whether a request is an answer that comes back, not a question of a client.</summary>
    public static bool IsCallback(RequestParameters parameters) =>
        parameters.Contains(LinkParameter.Code) || parameters.Contains(LinkParameter.Error) || !(parameters.Contains(LinkParameter.ClientId) || parameters.Contains(LinkParameter.RedirectUri));
}
