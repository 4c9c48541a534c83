namespace LinkErrors.Dialects;

/// <summary>What a peer sent, a callback or a response, as the recognition goes through it.</summary>
internal interface IPeerMessage
{
    /// <summary>What it is made of, in words.</summary>
    string Part { get; }

    /// <summary>The last part that was looked at and is there more than once (RFC 6749 §3.1); null when there is none.</summary>
    string? Ambiguity { get; }

    /// <summary>Forgets what was looked at, so that the next dialect answers only for itself.</summary>
    void ForgetAmbiguity();

    LinkErrorMatch Recognize(LinkErrorDialectReader dialect, LinkErrorCatalog catalog);

    LinkError? Read(LinkErrorDialectReader dialect, LinkErrorCatalog catalog);

    /// <summary>The origin with everything that the peer sent.</summary>
    LinkErrorOrigin Complete(LinkErrorOrigin origin);
}
