using System.Security.Cryptography;
using LinkErrors.Diagnostics;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Authentication;

/// <summary>Answers the failure of a remote login: finds the flow, maps the failure, and hands both to the responder.</summary>
internal sealed class RemoteLoginResponder(RemoteLoginFailureMapper mapper, LinkErrorResponder responder, LinkRequestReader requests, ILogger<RemoteLoginResponder> logger)
{
    /// <summary>Answers a failure.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="options">The options of the scheme.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="properties">The properties of the login; null when the handler lost them.</param>
    public async Task RespondAsync(
        HttpContext context, AuthenticationScheme scheme, RemoteAuthenticationOptions options, Exception failure, AuthenticationProperties? properties)
    {
        LinkError error;
        Exception cause;
        try
        {
            SetFlow(context, properties);
            ReturnedState state = properties is null ? await ReturnedState.ReadAsync(context, options, requests).ConfigureAwait(false) : default;
            SetFlow(context, properties ?? state.Properties);
            (error, cause) = mapper.Map(new RemoteLoginFailure
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
            ServerErrorException unreadable = new("The key ring of Data Protection cannot be read, so the state of the login cannot be either.", fault);
            (error, cause) = (unreadable.Error, unreadable);
        }
        catch (Exception fault)
        {
            LinkErrorsLog.MappingFailed(logger, failure.GetType(), fault);
            (error, cause) = (new LinkError(LinkErrorDefinitions.ServerError), failure);
        }

        await responder.RespondAsync(context, error, cause).ConfigureAwait(false);
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
