using System.Diagnostics.CodeAnalysis;
using LinkErrors.Diagnostics;
using LinkErrors.Endpoints;
using LinkErrors.Errors;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Handling;

/// <summary>Decides whether an exception is answered here, and hands its error to the responder.</summary>
internal sealed class LinkErrorHandler(ExceptionMapper mapper, LinkErrorResponder responder, ILogger<LinkErrorHandler> logger)
{
    /// <summary>False when the exception is the host's business and must go on as it is.</summary>
    public bool TryHandle(HttpContext context, Exception exception, [NotNullWhen(true)] out Task? answer)
    {
        answer = null;
        LinkError? error;
        try
        {
            error = mapper.Map(exception, LinkEndpoint.IsLinkEndpoint(context));
        }
        catch (Exception failure)
        {
            LinkErrorsLog.MappingFailed(logger, exception.GetType(), failure);
            error = new LinkError(LinkErrorDefinitions.ServerError);
        }

        if (error is null)
        {
            return false;
        }

        if (context.Response.HasStarted)
        {
            LinkErrorsLog.ResponseStarted(logger, error.Code);
            return false;
        }

        answer = responder.RespondAsync(context, error, exception);
        return true;
    }
}
