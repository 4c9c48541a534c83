namespace LinkErrors.HostTests.Matrix;

/// <summary>What every application has, each in its own way.</summary>
internal static class HostRoutes
{
    /// <summary>Answers with the text <c>ok</c>.</summary>
    public const string Ok = "ok";

    /// <summary>Throws an expired link token, on GET and POST.</summary>
    public const string Thrown = "thrown";

    /// <summary>Throws it from the template, when rendering has begun.</summary>
    public const string Rendered = "rendered";

    /// <summary>Throws what nobody expected, with a secret in its message.</summary>
    public const string Unexpected = "unexpected";

    /// <summary>Returns what the framework has for "not found".</summary>
    public const string Returned = "returned";

    /// <summary>Ends with status 409 and nothing else.</summary>
    public const string Status = "status";

    /// <summary>Is for those who are signed in.</summary>
    public const string Secret = "secret";

    /// <summary>Takes JSON or a form with a name, by POST.</summary>
    public const string Body = "body";

    /// <summary>Is nobody's.</summary>
    public const string Nowhere = "nowhere/at/all";

    /// <summary>Throws what nobody expected, and is no link endpoint.</summary>
    public const string Ordinary = "ordinary";

    /// <summary>Waits until the client has left, and throws.</summary>
    public const string Waiting = "waiting";
}
