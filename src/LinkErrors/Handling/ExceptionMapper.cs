using LinkErrors.Responses;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Handling;

/// <summary>The one place where an exception becomes an error.</summary>
internal static class ExceptionMapper
{
    /// <summary>For an exception that nothing here knows, this very object.</summary>
    public static readonly LinkError Unexpected = new(LinkErrorDefinitions.ServerError);
    private static readonly LinkError BadRequest = new(LinkErrorDefinitions.InvalidRequest);
    private static readonly LinkError ProviderFailed = new(LinkErrorDefinitions.ProviderApiError);
    private static readonly LinkError ProviderTooSlow = new(LinkErrorDefinitions.ProviderApiError) { StatusCode = StatusCodes.Status504GatewayTimeout };
    private static readonly LinkError ProviderError = new(LinkErrorDefinitions.ProviderError);

    /// <summary>The error; null when the exception is the host's business.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="settings">The settings, with the mappings of the application.</param>
    /// <param name="isLinkEndpoint">Whether the endpoint promised link errors, so that nothing else may leave it.</param>
    /// <param name="context">The request, which explains some of what is thrown.</param>
    public static LinkError? Map(Exception exception, LinkErrorsSettings settings, bool isLinkEndpoint, HttpContext context)
    {
        if (exception is LinkException link)
        {
            return UpstreamErrors.Translate(link.Error);
        }

        if (settings.Mappings.TryFind(exception.GetType(), out Func<Exception, LinkError?>? map))
        {
            return map(exception);
        }

        return isLinkEndpoint || settings.CatchAll ? MapFramework(exception, context) : null;
    }

    /// <summary>What ASP.NET Core and HttpClient throw. Their messages are for developers, so none of them is sent.</summary>
    private static LinkError MapFramework(Exception exception, HttpContext context) => exception switch
    {
        BadHttpRequestException { StatusCode: >= 400 and <= 499 } bad => StatusMapper.Map(bad.StatusCode),
        AntiforgeryValidationException => BadRequest,
        AuthenticationFailureException => ProviderError,
        HttpRequestException => ProviderFailed,
        TimeoutException => ProviderTooSlow,

        // HttpClient marks its own time-out so; the request's shows by itself. Other cancellations have no known cause.
        OperationCanceledException { InnerException: TimeoutException } => ProviderTooSlow,
        OperationCanceledException when RequestTimeout.HasExpired(context) => StatusMapper.RequestTimedOut,
        NotSupportedException when RequestCharset.IsRefused(context.Request) => StatusMapper.Map(StatusCodes.Status415UnsupportedMediaType),
        _ => Unexpected,
    };
}
