namespace LinkErrors.Responses;

/// <summary>How an error reaches the other side.</summary>
internal enum LinkErrorDelivery
{
    /// <summary>A redirect with parameters in the query of a validated target.</summary>
    Redirect,

    /// <summary>A JSON body in the shape of the dialect.</summary>
    Json,

    /// <summary>A page for people.</summary>
    Html,
}
