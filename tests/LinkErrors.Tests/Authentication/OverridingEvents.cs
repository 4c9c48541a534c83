using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Authentication;

/// <summary>Events of an application that overrides instead of setting delegates; they handle what the header asks for.</summary>
internal sealed class OverridingEvents : OAuthEvents
{
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        if (context.Request.Query.ContainsKey("handle"))
        {
            context.HandleResponse();
            return context.Response.WriteAsync("handled by the application");
        }

        return Task.CompletedTask;
    }
}
