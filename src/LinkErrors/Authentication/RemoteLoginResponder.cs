using System.Security.Cryptography;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Handling;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Authentication;

/// <summary>Answers the failure of a remote login: finds the flow, recognises the failure, and goes through the door of every error.</summary>
internal sealed class RemoteLoginResponder(
    RemoteLoginClassifier classifier, RemoteLoginSelection selection, LinkErrorHandler handler, LinkRequestReader requests, KeyRingReport keyRing, SearchReport report)
{
    /// <summary>Answers a failure at the callback.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="options">The options of the scheme.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="properties">The properties of the login; null when the handler lost them.</param>
    /// <returns>Whether it was answered; if not, the login is the application's own, or an event handler has left it to the host.</returns>
    public async Task<bool> TryRespondAsync(
        HttpContext context, AuthenticationScheme scheme, RemoteAuthenticationOptions options, Exception failure, AuthenticationProperties? properties)
    {
        LinkError? error;
        Exception exception;
        try
        {
            ReturnedState state = properties is null ? await ReturnedState.ReadAsync(context, options, requests).ConfigureAwait(false) : default;
            AuthenticationProperties? found = properties ?? state.Properties ?? context.Features.Find<AuthenticationProperties>();
            if (!selection.Contains(context, scheme, found))
            {
                return false;
            }

            if (found is not null)
            {
                keyRing.Readable();
            }

            SetFlow(context, found);
            (error, exception) = classifier.Classify(new RemoteLoginFailure
            {
                Exception = failure,
                Scheme = scheme,
                IsDenied = RemoteLoginEvents.IsDenied(context),
                IsStateLost = state is { IsReadable: true, Properties: null },
                IsCodeMissing = options is OAuthOptions && HttpMethods.IsGet(context.Request.Method) && !context.Request.Query.ContainsKey("code"),
            });
            if (found is null && exception is CallbackStateInvalidException lost)
            {
                report.StateRefused(lost);
            }
        }
        catch (CryptographicException fault)
        {
            if (!selection.Contains(context, scheme, properties: null))
            {
                return false;
            }

            SetFlow(context, properties: null);
            ServerErrorException unreadable = new("The key ring of Data Protection cannot be read, so the state of the login cannot be either.", fault);
            keyRing.Unreadable(fault);
            report.StateRefused(unreadable);
            context.SetLinkFlow(LinkFlow.Indeterminate);
            (error, exception) = (null, unreadable);
        }

        return await TryAnswerAsync(context, exception, error).ConfigureAwait(false);
    }

    /// <summary>Answers a failure before the browser left for the provider.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="properties">The properties of the challenge.</param>
    /// <returns>Whether it was answered; if not, the login is the application's own, or an event handler has left it to the host.</returns>
    public async Task<bool> TryRespondToBeginningAsync(HttpContext context, AuthenticationScheme scheme, Exception failure, AuthenticationProperties? properties)
    {
        if (!selection.Contains(context, scheme, properties))
        {
            return false;
        }

        // Without a flow in them, the request itself may still say whose it is: no provider has answered yet.
        if (properties?.GetLinkFlow() is not null)
        {
            context.Features.Set(properties);
        }

        MarkInteractive(context);
        (LinkError? error, Exception exception) = classifier.Classify(new RemoteLoginFailure
        {
            Exception = failure,
            Scheme = scheme,
            IsDenied = false,
            IsStateLost = false,
            IsCodeMissing = false,
        });
        return await TryAnswerAsync(context, exception, error).ConfigureAwait(false);
    }

    private async Task<bool> TryAnswerAsync(HttpContext context, Exception exception, LinkError? error)
    {
        if (!handler.TryHandle(context, exception, out Task? answer, error))
        {
            return false;
        }

        await answer.ConfigureAwait(false);
        return true;
    }

    /// <summary>Properties that were lost are empty ones: the request is a login's all the same.</summary>
    private static void SetFlow(HttpContext context, AuthenticationProperties? properties)
    {
        context.Features.Set(properties ?? new AuthenticationProperties());
        MarkInteractive(context);
    }

    /// <summary>A callback has no endpoint to say so, but it is a browser that comes back; so is one that is to leave.</summary>
    private static void MarkInteractive(HttpContext context)
    {
        LinkEndpoint endpoint = LinkEndpoint.Read(context);
        if (endpoint.Kind == LinkEndpointKind.Unspecified)
        {
            context.SetLinkErrors(LinkEndpointKind.Interactive, endpoint.Dialect);
        }
    }
}
