using System.Security.Cryptography;
using LinkErrors.Diagnostics;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Handling;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Authentication;

/// <summary>Answers the failure of a remote login: finds the flow, recognises the failure, and goes through the door of every error.</summary>
internal sealed class RemoteLoginResponder(RemoteLoginClassifier classifier, LinkErrorHandler handler, LinkRequestReader requests, ILogger<RemoteLoginResponder> logger)
{
    /// <summary>Answers a failure.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="options">The options of the scheme.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="properties">The properties of the login; null when the handler lost them.</param>
    /// <returns>Whether it was answered; if not, an event handler has left the failure to the host.</returns>
    public async Task<bool> TryRespondAsync(
        HttpContext context, AuthenticationScheme scheme, RemoteAuthenticationOptions options, Exception failure, AuthenticationProperties? properties)
    {
        (LinkError? error, Exception exception) = await ClassifyAsync(context, scheme, options, failure, properties).ConfigureAwait(false);
        if (!handler.TryHandle(context, exception, out Task? answer, error))
        {
            return false;
        }

        await answer.ConfigureAwait(false);
        return true;
    }

    private async ValueTask<(LinkError? Error, Exception Exception)> ClassifyAsync(
        HttpContext context, AuthenticationScheme scheme, RemoteAuthenticationOptions options, Exception failure, AuthenticationProperties? properties)
    {
        try
        {
            SetFlow(context, properties);
            ReturnedState state = properties is null ? await ReturnedState.ReadAsync(context, options, requests).ConfigureAwait(false) : default;
            SetFlow(context, properties ?? state.Properties);
            return classifier.Classify(new RemoteLoginFailure
            {
                Exception = failure,
                Scheme = scheme,
                IsDenied = RemoteLoginEvents.IsDenied(context),
                IsStateLost = state is { IsReadable: true, Properties: null },
                IsCodeMissing = options is OAuthOptions && HttpMethods.IsGet(context.Request.Method) && !context.Request.Query.ContainsKey("code"),
            });
        }
        catch (CryptographicException fault)
        {
            LinkErrorsLog.KeyRingUnreadable(logger, fault);
            context.SetLinkFlow(LinkFlow.Indeterminate);
            return (null, new ServerErrorException("The key ring of Data Protection cannot be read, so the state of the login cannot be either.", fault));
        }
        catch (Exception fault)
        {
            LinkErrorsLog.MappingFailed(logger, failure.GetType(), fault);
            return (LinkErrorDefinitions.ServerError.CreateError(), failure);
        }
    }

    /// <summary>
    /// A callback has no endpoint to say so, but it is a browser that comes back. Properties that were lost are empty ones: the
    /// request is a login's all the same.
    /// </summary>
    private static void SetFlow(HttpContext context, AuthenticationProperties? properties)
    {
        context.Features.Set(properties ?? context.Features.Get<AuthenticationProperties>() ?? new AuthenticationProperties());

        LinkEndpoint endpoint = LinkEndpoint.Read(context);
        if (endpoint.Kind == LinkEndpointKind.Unspecified)
        {
            context.SetLinkErrors(LinkEndpointKind.Interactive, endpoint.Dialect);
        }
    }
}
