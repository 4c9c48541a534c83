using Microsoft.AspNetCore.Http;

namespace LinkErrors;

/// <summary>What <see cref="LinkErrorsEvents.OnMappingException"/> is told.</summary>
public sealed class LinkExceptionMappingContext
{
    internal LinkExceptionMappingContext(HttpContext httpContext, Exception exception, LinkError? error, LinkEndpointKind endpointKind)
    {
        HttpContext = httpContext;
        Exception = exception;
        Error = error;
        EndpointKind = endpointKind;
    }

    /// <summary>The request.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>
    /// The exception. A failed remote login that was recognised is a typed exception, with the failure as its
    /// <see cref="System.Exception.InnerException"/>.
    /// </summary>
    public Exception Exception { get; }

    /// <inheritdoc cref="LinkErrorRespondingContext.EndpointKind"/>
    public LinkEndpointKind EndpointKind { get; }

    /// <summary>
    /// The error that the exception became. Set another one to change the answer, or null to leave the exception to the host.
    /// </summary>
    public LinkError? Error { get; set; }
}
