using Microsoft.AspNetCore.Http;

namespace LinkErrors;

/// <summary>What <see cref="LinkErrorsEvents.OnResponding"/> is told.</summary>
public sealed class LinkErrorRespondingContext
{
    internal LinkErrorRespondingContext(HttpContext httpContext, LinkError error, Exception? exception)
    {
        HttpContext = httpContext;
        Error = error;
        Exception = exception;
    }

    /// <summary>The request.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The exception that the error came from; null when it was returned.</summary>
    public Exception? Exception { get; }

    /// <summary>The error. Set another one to change the answer: target, delivery and dialect are chosen afterwards.</summary>
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
