namespace LinkErrors;

/// <summary>How an error reaches the other side.</summary>
public enum LinkErrorDelivery
{
    /// <summary>A redirect with parameters in the query of a validated target.</summary>
    Redirect,

    /// <summary>A redirect with parameters in the fragment of a validated target.</summary>
    FragmentRedirect,

    /// <summary>A page that posts the parameters to a validated target.</summary>
    FormPost,

    /// <summary>A page that posts a message to the window of a validated target's origin.</summary>
    WebMessage,

    /// <summary>A JSON body in the shape of the dialect.</summary>
    Json,

    /// <summary>A page for people.</summary>
    Html,
}
