using Microsoft.AspNetCore.Http;

namespace LinkErrors;

/// <summary>What <see cref="LinkErrorsEvents.OnMappingException"/> is told.</summary>
public sealed class LinkExceptionMappingContext
{
    internal LinkExceptionMappingContext(HttpContext httpContext, Exception exception, LinkError? error)
    {
        HttpContext = httpContext;
        Exception = exception;
        Error = error;
    }

    /// <summary>The request.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The exception.</summary>
    public Exception Exception { get; }

    /// <summary>
    /// The error that the exception became. Set another one to change the answer, or null to leave the exception to the host.
    /// </summary>
    public LinkError? Error { get; set; }
}
