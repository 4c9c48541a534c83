using System.Diagnostics.CodeAnalysis;
using LinkErrors.Diagnostics;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Handling;

/// <summary>Decides whether an exception or a bare status is answered here, and hands its error to the responder.</summary>
internal sealed class LinkErrorHandler(
    ExceptionMapper mapper, LinkErrorResponder responder, LinkErrorsEventsSource events, ILogger<LinkErrorHandler> logger)
{
    /// <summary>False when the exception is the host's business and must go on as it is.</summary>
    public bool TryHandle(HttpContext context, Exception exception, [NotNullWhen(true)] out Task? answer)
    {
        answer = null;
        if (LinkEndpoint.IsDisabled(context))
        {
            return false;
        }

        LinkError? error = TellMapping(context, exception, Map(context, exception));
        if (error is null)
        {
            return false;
        }

        if (ResponseBody.HasBegun(context.Response))
        {
            LinkErrorsLog.ResponseStarted(logger, error.Code);
            return false;
        }

        answer = responder.RespondAsync(context, error, exception);
        return true;
    }

    /// <summary>
    /// False unless a link endpoint ended with an error status and nothing else. What says that it wants no status page gets
    /// none from here either.
    /// </summary>
    public bool TryAnswerStatus(HttpContext context, [NotNullWhen(true)] out Task? answer)
    {
        answer = null;
        HttpResponse response = context.Response;
        bool isEmpty = response is { ContentLength: null, ContentType: null or "" } && !ResponseBody.HasBegun(response);
        if (!isEmpty || HandledResponse.IsSet(context) || response.StatusCode == StatusCodes.Status499ClientClosedRequest || context.RequestAborted.IsCancellationRequested
            || context.Features.Get<IStatusCodePagesFeature>() is { Enabled: false }
            || context.GetEndpoint()?.Metadata.GetMetadata<ISkipStatusCodePagesMetadata>() is not null)
        {
            return false;
        }

        if (!LinkEndpoint.IsLinkEndpoint(context))
        {
            return false;
        }

        answer = responder.RespondAsync(context, StatusMapper.Map(response.StatusCode), exception: null, keepsStatusHeaders: true);
        return true;
    }

    private LinkError? Map(HttpContext context, Exception exception)
    {
        try
        {
            return mapper.Map(exception, LinkEndpoint.IsLinkEndpoint(context), RequestTimeout.HasExpired(context));
        }
        catch (Exception failure)
        {
            LinkErrorsLog.MappingFailed(logger, exception.GetType(), failure);
            return new LinkError(LinkErrorDefinitions.ServerError);
        }
    }

    /// <summary>A handler that fails cannot make an exception ours that was the host's.</summary>
    private LinkError? TellMapping(HttpContext context, Exception exception, LinkError? error)
    {
        try
        {
            if (events.Find(context) is not { } handlers)
            {
                return error;
            }

            LinkExceptionMappingContext mapping = new(context, exception, error);
            handlers.MappingException(mapping);
            return mapping.Error;
        }
        catch (Exception failure) when (error is null)
        {
            LinkErrorsLog.MappingHandlerFailed(logger, exception.GetType(), failure);
            return null;
        }
        catch (Exception failure)
        {
            LinkErrorsLog.MappingFailed(logger, exception.GetType(), failure);
            return new LinkError(LinkErrorDefinitions.ServerError);
        }
    }
}
