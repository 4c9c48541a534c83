namespace LinkErrors.Pages;

/// <summary>The pictures of the error page.</summary>
internal enum PageIcon
{
    /// <summary>It did not go on, without a reason of the other kinds.</summary>
    Stopped = 0,

    /// <summary>Time ran out, or something is waited for.</summary>
    Expired,

    /// <summary>Somebody does not answer, or cannot now.</summary>
    Unavailable,

    /// <summary>Somebody, or some rule, said no.</summary>
    NotAllowed,

    /// <summary>Nobody knows.</summary>
    Unknown,
}
