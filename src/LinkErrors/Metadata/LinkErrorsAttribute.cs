namespace LinkErrors;

/// <summary>Makes an endpoint, an action or all actions of a controller a link endpoint.</summary>
/// <param name="kind">Who calls the endpoint.</param>
/// <param name="dialect">The name of the dialect; null to leave it to the client and the configuration.</param>
/// <example><code>[LinkErrors(LinkEndpointKind.Api, "zapier")]</code> or <code>[LinkErrors(Dialect = "zapier")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Delegate, AllowMultiple = false, Inherited = true)]
public sealed class LinkErrorsAttribute(LinkEndpointKind kind = LinkEndpointKind.Unspecified, string? dialect = null) : Attribute, ILinkErrorsMetadata
{
    private bool? _answerAtEndpoint;

    internal LinkErrorsAttribute(LinkEndpointKind kind, string? dialect, bool? answerAtEndpoint)
        : this(kind, dialect) => _answerAtEndpoint = answerAtEndpoint;

    /// <inheritdoc/>
    public LinkEndpointKind Kind { get; set; } = kind;

    /// <inheritdoc/>
    public string? Dialect { get; set; } = dialect;

    /// <summary>
    /// Whether the link exceptions of this endpoint are answered where they are thrown, see <see cref="LinkErrorsOptions.AnswerAtEndpoint"/>.
    /// </summary>
    /// <value>The default is what the configuration says, which is false.</value>
    public bool AnswerAtEndpoint
    {
        get => _answerAtEndpoint == true;
        set => _answerAtEndpoint = value;
    }

    /// <inheritdoc/>
    bool? ILinkErrorsMetadata.AnswerAtEndpoint => _answerAtEndpoint;
}
