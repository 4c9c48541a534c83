namespace LinkErrors.Dialects;

/// <summary>How sure a dialect is that a message of a peer is its own.</summary>
public enum LinkErrorMatch
{
    /// <summary>It is somebody else's, or no error.</summary>
    None = 0,

    /// <summary>The dialect can read it, but others spell their errors alike.</summary>
    Possible,

    /// <summary>It has what only this dialect sends.</summary>
    Certain,
}
