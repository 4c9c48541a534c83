namespace LinkErrors;

/// <summary>
/// What an application may do on the way from an error to its answer. Set the delegates and give the object to
/// <see cref="LinkErrorsOptions.Events"/>, or derive your own type, which takes services in its constructor, and
/// add it with <see cref="LinkErrorsBuilder.AddEvents{TEvents}"/>.
/// </summary>
/// <remarks>
/// A handler that throws before the answer is treated as a fault of the library: both exceptions are logged, and the client
/// gets the plainest safe answer. One that throws afterwards is logged.
/// </remarks>
public class LinkErrorsEvents
{
    /// <summary>
    /// An exception was mapped, or found to be the host's business. It is synchronous: whose exception it is must be known
    /// before anything is awaited.
    /// </summary>
    /// <value>The default does nothing.</value>
    public Action<LinkExceptionMappingContext> OnMappingException { get; set; } = static _ => { };

    /// <summary>An error is about to be answered, from whatever entry point.</summary>
    /// <value>The default does nothing.</value>
    public Func<LinkErrorRespondingContext, Task> OnResponding { get; set; } = static _ => Task.CompletedTask;

    /// <summary>An error was answered.</summary>
    /// <value>The default does nothing.</value>
    public Func<LinkErrorRespondedContext, Task> OnResponded { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Calls <see cref="OnMappingException"/>.</summary>
    /// <param name="context">The exception and its error.</param>
    public virtual void MappingException(LinkExceptionMappingContext context) => OnMappingException(context);

    /// <summary>Calls <see cref="OnResponding"/>.</summary>
    /// <param name="context">The error.</param>
    /// <returns>A task that ends when the handler is done.</returns>
    public virtual Task Responding(LinkErrorRespondingContext context) => OnResponding(context);

    /// <summary>Calls <see cref="OnResponded"/>.</summary>
    /// <param name="context">The error and its answer.</param>
    /// <returns>A task that ends when the handler is done.</returns>
    public virtual Task Responded(LinkErrorRespondedContext context) => OnResponded(context);
}
