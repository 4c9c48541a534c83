using LinkErrors.Flows;
using Microsoft.AspNetCore.Http;

namespace LinkErrors;

/// <summary>What <see cref="LinkErrorsEvents.OnResponded"/> is told.</summary>
public sealed class LinkErrorRespondedContext
{
    internal LinkErrorRespondedContext(
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

    /// <summary>The request and its response.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The error as it was sent, with its reference.</summary>
    public LinkError Error { get; }

    /// <summary>The exception that the error came from; null when it was returned.</summary>
    public Exception? Exception { get; }

    /// <inheritdoc cref="LinkErrorRespondingContext.EndpointKind"/>
    public LinkEndpointKind EndpointKind { get; }

    /// <inheritdoc cref="LinkErrorRespondingContext.Flow"/>
    public LinkFlow Flow { get; }

    /// <summary>The name of the dialect.</summary>
    public string Dialect { get; }

    /// <summary>How it was sent.</summary>
    public LinkErrorDelivery Delivery { get; }
}
