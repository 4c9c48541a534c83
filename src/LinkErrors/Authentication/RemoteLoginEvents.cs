using LinkErrors.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Authentication;

/// <summary>Puts the answer of the library behind the application's own event handlers: they run first, and what they handle stays theirs.</summary>
internal static class RemoteLoginEvents
{
    /// <summary>Attaches to events, once. They may be shared by schemes and requests.</summary>
    public static void Attach(RemoteAuthenticationEvents events)
    {
        if (events.OnRemoteFailure.Target is not FailureHook)
        {
            events.OnAccessDenied = new DenialHook(events.OnAccessDenied).InvokeAsync;
            events.OnRemoteFailure = new FailureHook(events.OnRemoteFailure).InvokeAsync;
            events.OnTicketReceived = new TicketHook(events.OnTicketReceived).InvokeAsync;
        }
    }

    /// <summary>Whether the handler of the request said that the user or the provider said no.</summary>
    public static bool IsDenied(HttpContext context) => context.Features.Find<DenialHook>() is not null;

    private sealed class FailureHook(Func<RemoteFailureContext, Task> own)
    {
        public async Task InvokeAsync(RemoteFailureContext context)
        {
            await own(context).ConfigureAwait(false);
            if (context is { Result: null, Failure: { } failure, Response.HasStarted: false })
            {
                // Found only now: options that ask for it when they are made would go round in a circle with what it asks for.
                RemoteLoginResponder responder = context.HttpContext.RequestServices.GetRequiredService<RemoteLoginResponder>();
                if (await responder.TryRespondAsync(context.HttpContext, context.Scheme, context.Options, failure, context.Properties).ConfigureAwait(false))
                {
                    context.HandleResponse();
                }
            }
        }
    }

    /// <summary>Only leaves a mark: without a result the handler goes on to its AccessDeniedPath, or else to the failure.</summary>
    private sealed class DenialHook(Func<AccessDeniedContext, Task> own)
    {
        public async Task InvokeAsync(AccessDeniedContext context)
        {
            await own(context).ConfigureAwait(false);
            context.HttpContext.Features.Set(this);
        }
    }

    /// <summary>A ticket without a result goes on to the sign-in, and from there to where the link is made.</summary>
    private sealed class TicketHook(Func<TicketReceivedContext, Task> own)
    {
        public async Task InvokeAsync(TicketReceivedContext context)
        {
            await own(context).ConfigureAwait(false);
            if (context.Result is null)
            {
                RemoteLoginReturn.CarryFlow(context);
            }
        }
    }
}
