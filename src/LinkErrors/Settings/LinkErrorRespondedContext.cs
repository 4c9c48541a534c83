using Microsoft.AspNetCore.Http;

namespace LinkErrors;

/// <summary>What <see cref="LinkErrorsEvents.OnResponded"/> is told.</summary>
public sealed class LinkErrorRespondedContext
{
    internal LinkErrorRespondedContext(HttpContext httpContext, LinkError error, Exception? exception, string dialect, string delivery)
    {
        HttpContext = httpContext;
        Error = error;
        Exception = exception;
        Dialect = dialect;
        Delivery = delivery;
    }

    /// <summary>The request and its response.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The error as it was sent, with its reference.</summary>
    public LinkError Error { get; }

    /// <summary>The exception that the error came from; null when it was returned.</summary>
    public Exception? Exception { get; }

    /// <summary>The name of the dialect.</summary>
    public string Dialect { get; }

    /// <summary>How it was sent: <c>redirect</c>, <c>fragment</c>, <c>form_post</c>, <c>web_message</c>, <c>json</c> or <c>html</c>.</summary>
    public string Delivery { get; }
}
