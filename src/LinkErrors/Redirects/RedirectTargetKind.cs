namespace LinkErrors.Redirects;

/// <summary>Whose place a target is.</summary>
internal enum RedirectTargetKind
{
    /// <summary>A registered redirect URI of a client.</summary>
    Client,

    /// <summary>The operator's error page.</summary>
    Fallback,

    /// <summary>The operator's login page, which shows the message and lets the user try again.</summary>
    LoginRetry,

    /// <summary>Where a person starts again, on this site.</summary>
    Start,
}
