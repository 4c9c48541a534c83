using System.Diagnostics.CodeAnalysis;
using LinkErrors.Diagnostics;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Handling;

/// <summary>
/// The one door. Whatever went wrong, and wherever it was noticed, becomes an occurrence here and goes to the responder: an
/// exception, a failed login, a returned error, a refusal, a bare status.
/// </summary>
internal sealed class LinkErrorHandler(LinkErrorsSettingsSource source, LinkErrorResponder responder, ILogger<LinkErrorHandler> logger)
{
    /// <summary>Answers an exception that is ours.</summary>
    /// <param name="context">The request.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="answer">The answer, when the method returns true.</param>
    /// <param name="classified">What the entry point has recognised in it, ahead of the mapping of every exception; null for nothing.</param>
    /// <returns>False when the exception is the host's business and must go on as it is.</returns>
    public bool TryHandle(HttpContext context, Exception exception, [NotNullWhen(true)] out Task? answer, LinkError? classified = null)
    {
        answer = TryRecognize(context, exception, out LinkErrorOccurrence? occurrence, classified) ? responder.RespondAsync(occurrence) : null;
        return answer is not null;
    }

    /// <summary>
    /// Makes an occurrence of what an endpoint threw that answers at its source. Only link exceptions are meant for the client alone: all
    /// others go on, to whoever watches for them. So do those that nobody can answer any more, for the middleware to report.
    /// </summary>
    public bool TryRecognizeAtEndpoint(HttpContext context, Exception? exception, [NotNullWhen(true)] out LinkErrorOccurrence? occurrence)
    {
        occurrence = null;
        return exception is LinkException
            && LinkEndpoint.Read(context).AnswersAtEndpoint(source.Current.AnswerAtEndpoint)
            && !ResponseBody.HasBegun(context.Response)
            && TryRecognize(context, exception, out occurrence);
    }

    /// <summary>Answers an occurrence.</summary>
    public Task AnswerAsync(LinkErrorOccurrence occurrence) => responder.RespondAsync(occurrence);

    private bool TryRecognize(HttpContext context, Exception exception, [NotNullWhen(true)] out LinkErrorOccurrence? occurrence, LinkError? classified = null)
    {
        occurrence = null;
        LinkEndpoint endpoint = LinkEndpoint.Read(context);
        if (endpoint.IsDisabled || HostException.IsSet(context, exception))
        {
            return false;
        }

        LinkErrorsSettings settings = source.Current;
        LinkError? error = classified ?? Map(context, exception, endpoint, settings);
        bool isUnrecognized = ReferenceEquals(error, ExceptionMapper.Unexpected);
        if (!TryFindEvents(settings, context, out LinkErrorsEvents? events, out Exception? failure) && error is null)
        {
            LinkErrorsLog.MappingHandlerFailed(logger, exception.GetType(), failure);
            return false;
        }

        if (events is not null)
        {
            error = TellMapping(events, context, exception, error, endpoint.Kind);

            // The handler may have said who calls.
            endpoint = LinkEndpoint.Read(context);
        }

        if (error is null)
        {
            return false;
        }

        if (failure is null && ResponseBody.HasBegun(context.Response))
        {
            LinkErrorsLog.ResponseStarted(logger, error.Code);
            return false;
        }

        occurrence = new LinkErrorOccurrence
        {
            HttpContext = context,
            Error = error,
            Exception = exception,
            IsUnrecognized = isUnrecognized,
            Endpoint = endpoint,
            Settings = settings,
            Events = events,
            Failure = failure,
        };
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
        bool isEmpty = response.ContentLength is null && (string.IsNullOrEmpty(response.ContentType) || IsRefusedForm(context)) && !ResponseBody.HasBegun(response);
        if (!isEmpty || HandledResponse.IsSet(context) || response.StatusCode == StatusCodes.Status499ClientClosedRequest || context.RequestAborted.IsCancellationRequested
            || context.Features.Find<IStatusCodePagesFeature>() is { Enabled: false }
            || context.GetEndpoint()?.Metadata.GetMetadata<ISkipStatusCodePagesMetadata>() is not null)
        {
            return false;
        }

        if (!LinkEndpoint.Read(context).IsLinkEndpoint)
        {
            return false;
        }

        answer = AnswerAsync(context, MapStatus(context), keepsStatusHeaders: true);
        return true;
    }

    /// <summary>Answers an error that nobody threw.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="error">The error.</param>
    /// <param name="debugException">An exception that was made to carry a text for the log; null for none.</param>
    /// <param name="keepsStatusHeaders">Whether the response was on its way with its status, see <see cref="LinkErrorOccurrence.KeepsStatusHeaders"/>.</param>
    /// <param name="members">What the endpoint said itself, see <see cref="LinkErrorOccurrence.Members"/>.</param>
    public Task AnswerAsync(HttpContext context, LinkError error, LinkException? debugException = null, bool keepsStatusHeaders = false, ReturnedMembers? members = null)
    {
        LinkErrorsSettings settings = source.Current;
        TryFindEvents(settings, context, out LinkErrorsEvents? events, out Exception? failure);
        return responder.RespondAsync(new LinkErrorOccurrence
        {
            HttpContext = context,
            Error = error,
            Exception = debugException,
            Endpoint = LinkEndpoint.Read(context),
            Settings = settings,
            Events = events,
            Failure = failure,
            KeepsStatusHeaders = keepsStatusHeaders,
            Members = members,
        });
    }

    /// <summary>Blazor says that it would answer with HTML before it looks at the antiforgery token, and then does not.</summary>
    private static bool IsRefusedForm(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest && context.Features.Find<IAntiforgeryValidationFeature>() is { IsValid: false };

    /// <summary>A browser that nobody is signed in with has no access token that could be invalid; a limit of our own is no gateway's.</summary>
    private static LinkError MapStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized when IsForPeople(context) => new LinkError(LinkErrorDefinitions.LoginRequired) { StatusCode = StatusCodes.Status401Unauthorized },
        StatusCodes.Status504GatewayTimeout when RequestTimeout.MayHaveExpired(context) => StatusMapper.RequestTimedOut,
        int status => StatusMapper.Map(status),
    };

    private static bool IsForPeople(HttpContext context) => LinkEndpoint.Read(context).Kind switch
    {
        LinkEndpointKind.Interactive => true,
        LinkEndpointKind.Api => false,
        _ => ClientPreferences.IsNavigation(context.Request) && ClientPreferences.PrefersHtml(context.Request),
    };

    /// <summary>The handlers of the application come from its services, which may fail.</summary>
    private static bool TryFindEvents(LinkErrorsSettings settings, HttpContext context, out LinkErrorsEvents? events, [NotNullWhen(false)] out Exception? failure)
    {
        failure = null;
        try
        {
            events = settings.FindEvents(context);
            return true;
        }
        catch (Exception exception)
        {
            events = null;
            failure = exception;
            return false;
        }
    }

    private LinkError? Map(HttpContext context, Exception exception, LinkEndpoint endpoint, LinkErrorsSettings settings)
    {
        try
        {
            return ExceptionMapper.Map(exception, settings, endpoint.IsLinkEndpoint, context);
        }
        catch (Exception failure)
        {
            LinkErrorsLog.MappingFailed(logger, exception.GetType(), failure);
            return ExceptionMapper.Unexpected;
        }
    }

    /// <summary>A handler that fails cannot make an exception ours that was the host's.</summary>
    private LinkError? TellMapping(LinkErrorsEvents events, HttpContext context, Exception exception, LinkError? error, LinkEndpointKind kind)
    {
        LinkExceptionMappingContext mapping = new(context, exception, error, kind);
        try
        {
            events.MappingException(mapping);
        }
        catch (Exception failure) when (error is null)
        {
            LinkErrorsLog.MappingHandlerFailed(logger, exception.GetType(), failure);
            return null;
        }
        catch (Exception failure)
        {
            LinkErrorsLog.MappingFailed(logger, exception.GetType(), failure);
            return ExceptionMapper.Unexpected;
        }

        if (mapping.Error is null)
        {
            HostException.Set(context, exception);
        }

        return mapping.Error;
    }
}
