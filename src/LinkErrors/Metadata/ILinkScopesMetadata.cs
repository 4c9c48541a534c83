namespace LinkErrors;

/// <summary>
/// The scopes that an endpoint needs, for the challenge of a client that lacks them. Metadata of an endpoint has it, and so may
/// an authorization requirement of the application's own.
/// </summary>
public interface ILinkScopesMetadata
{
    /// <summary>Every scope that the operation needs (RFC 6750 §3).</summary>
    IReadOnlyList<string> Scopes { get; }
}
