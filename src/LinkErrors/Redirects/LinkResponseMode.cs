namespace LinkErrors.Flows;

/// <summary>How parameters travel to a target (OAuth 2.0 Multiple Response Type Encoding Practices, Form Post Response Mode).</summary>
public enum LinkResponseMode
{
    /// <summary><c>query</c>: a redirect with the parameters in the query.</summary>
    Query = 0,

    /// <summary><c>fragment</c>: a redirect with the parameters in the fragment, which no server sees.</summary>
    Fragment,

    /// <summary><c>form_post</c>: a page that posts the parameters to the target.</summary>
    FormPost,

    /// <summary><c>web_message</c>: a page that posts a message to the window of the target's origin.</summary>
    WebMessage,
}
