namespace LinkErrors;

/// <summary>
/// What an endpoint says of its link errors. Of several, the most specific that says something counts, for each property
/// on its own: the endpoint's before its group's, an action's before its controller's.
/// </summary>
public interface ILinkErrorsMetadata
{
    /// <summary>Who calls the endpoint.</summary>
    LinkEndpointKind Kind { get; }

    /// <summary>The name of the dialect; null when it is left to the client and the configuration.</summary>
    string? Dialect { get; }

    /// <summary>
    /// Whether the library answers errors here. Only the most specific counts; false leaves every exception to the host.
    /// </summary>
    /// <value>The default is true.</value>
    bool IsEnabled => true;

    /// <summary>
    /// Whether the link exceptions of this endpoint are answered where they are thrown, see <see cref="LinkErrorsOptions.AnswerAtEndpoint"/>;
    /// null to leave it to the configuration.
    /// </summary>
    /// <value>The default is null.</value>
    bool? AnswerAtEndpoint => null;
}
