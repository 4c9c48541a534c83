namespace LinkErrors.Dialects;

/// <summary>Why no error could be read from what a peer sent.</summary>
public enum LinkErrorUnreadable
{
    /// <summary>Nothing in it says error: a success, or a format that no dialect knows.</summary>
    NoError = 0,

    /// <summary>It says two things at once: a parameter or member twice (RFC 6749 §3.1), or an error in the query and in the fragment.</summary>
    Ambiguous,

    /// <summary>It is longer than the reader's limit.</summary>
    TooLarge,

    /// <summary>It is not JSON where only JSON could carry an error: HTML, plain text, cut off, or nested too deeply.</summary>
    NotJson,

    /// <summary>The connection ended before the body did.</summary>
    CutOff,

    /// <summary>It names another authorization server than the one that is expected, or none: it must not be acted on (RFC 9207 §2.4).</summary>
    WrongIssuer,
}
