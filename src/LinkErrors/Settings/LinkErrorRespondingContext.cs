using LinkErrors.Flows;
using Microsoft.AspNetCore.Http;

namespace LinkErrors;

/// <summary>
/// What <see cref="LinkErrorsEvents.OnResponding"/> is told: an error, and the answer that is planned for it. Who is linking and
/// in which dialect are settled; an error that a handler sets gets a delivery and a target of its own.
/// </summary>
public sealed class LinkErrorRespondingContext
{
    internal LinkErrorRespondingContext(
        HttpContext httpContext, LinkError error, Exception? exception, LinkEndpointKind endpointKind, LinkFlow flow, string dialect, LinkErrorDelivery delivery)
    {
        HttpContext = httpContext;
        Error = error;
        Exception = exception;
        EndpointKind = endpointKind;
        Flow = flow;
        Dialect = dialect;
        Delivery = delivery;
    }

    /// <summary>The request.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The exception that the error came from; null when it was returned.</summary>
    public Exception? Exception { get; }

    /// <summary>Who calls the endpoint, as its marks or <c>SetLinkErrors</c> say.</summary>
    public LinkEndpointKind EndpointKind { get; }

    /// <summary>
    /// Who is linking: the client, its target, the languages of the user. Its members are null where nothing is known, and where
    /// nothing was looked for because the answer does not depend on it, as for an API endpoint that names its dialect.
    /// </summary>
    public LinkFlow Flow { get; }

    /// <summary>The name of the dialect.</summary>
    public string Dialect { get; }

    /// <summary>How <see cref="Error"/> would be sent, as it was when the handler was called.</summary>
    public LinkErrorDelivery Delivery { get; }

    /// <summary>The error. Set another one to change the answer, whose target and delivery are then chosen anew.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public LinkError Error
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    internal bool IsHandled { get; private set; }

    /// <summary>Says that the handler has written the response, or wants none: the library writes nothing.</summary>
    public void HandleResponse() => IsHandled = true;
}
