using LinkErrors.Model;

namespace LinkErrors;

/// <summary>
/// An error of a link flow on its way to whoever must hear of it. Throw one of the typed exceptions, or derive your own.
/// </summary>
/// <remarks>
/// It carries two texts that never mix: the <see cref="PublicMessage"/>, which is sent, and the
/// <see cref="DebugMessage"/>, which is logged and never sent unless debug details are switched on.
/// </remarks>
public class LinkException : Exception
{
    /// <summary>Creates an exception with the texts and status of a definition.</summary>
    /// <param name="definition">The catalog entry.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public LinkException(LinkErrorDefinition definition, string? debugMessage = null, Exception? innerException = null)
        : this(new LinkError(definition), debugMessage, innerException)
    {
    }

    /// <summary>Creates an exception that carries an error.</summary>
    /// <param name="error">The error, as the other side may see it.</param>
    /// <param name="debugMessage">What happened, for the log; it is never sent unless debug details are switched on.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public LinkException(LinkError error, string? debugMessage = null, Exception? innerException = null)
        : base(debugMessage, innerException)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
        DebugMessage = debugMessage;
    }

    /// <summary>The error, as the other side may see it. A derived class sets it for an error that was read from a peer.</summary>
    public LinkError Error { get; protected internal init; }

    /// <summary>The canonical code of the error.</summary>
    public string Code => Error.Code;

    /// <summary>The text for the log; null when there is none.</summary>
    public string? DebugMessage { get; internal set; }

    /// <summary>The text that is sent. Set it to replace the definition's.</summary>
    public string PublicMessage
    {
        get => Error.Message;
        init => Error = Error with { Message = value };
    }

    /// <summary>Every scope that the operation needs (RFC 6750 §3). Empty when scopes do not matter.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<string> Scopes
    {
        get => Error.Scopes;
        init => Error = Error with { Scopes = value };
    }

    /// <summary>How long to wait before a retry, sent as <c>Retry-After</c> in whole seconds; null when unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan? RetryAfter
    {
        get => Error.RetryAfter;
        init => Error = Error with { RetryAfter = value };
    }

    /// <summary>
    /// The code, followed by the debug message or, without one, by the public message: on one line, because hosts log it and
    /// either text may be somebody else's. Line ends, controls and format characters are escaped as <c>\u000A</c> is.
    /// </summary>
    public override string Message => $"{Code}: {SingleLine.Escape(DebugMessage ?? Error.Message)}";

    /// <summary>As of every exception, with the messages of its causes escaped as <see cref="Message"/> is.</summary>
    /// <returns>The types, messages and stacks of the exception and its causes.</returns>
    public override string ToString() => EscapeMessages(base.ToString(), InnerException);

    private static string EscapeMessages(string text, Exception? cause)
    {
        if (cause is null)
        {
            return text;
        }

        string line = SingleLine.Escape(cause.Message);
        if (!ReferenceEquals(line, cause.Message))
        {
            // As it stands behind the name of its type: a message may be a mere line end, and those of the stack stay.
            text = text.Replace($": {cause.Message}", $": {line}", StringComparison.Ordinal);
        }

        return cause is AggregateException many
            ? many.InnerExceptions.Aggregate(text, EscapeMessages)
            : EscapeMessages(text, cause.InnerException);
    }
}
