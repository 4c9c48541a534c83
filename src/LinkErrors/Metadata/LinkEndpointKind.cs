namespace LinkErrors;

/// <summary>Who calls an endpoint, and so how its errors are delivered.</summary>
public enum LinkEndpointKind
{
    /// <summary>Not said: the request decides. A navigation counts as interactive, a script's fetch as API.</summary>
    Unspecified = 0,

    /// <summary>A browser navigates here: errors go to the validated target as a redirect, otherwise onto a page.</summary>
    Interactive,

    /// <summary>Code calls here: errors are JSON, never a redirect.</summary>
    Api,
}
