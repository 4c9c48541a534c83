using LinkErrors;
using Microsoft.AspNetCore.SignalR;

namespace Links;

/// <summary>Tells the caller of a hub the code and the message of a link error; anything else stays as SignalR has it.</summary>
public sealed class LinkErrorHubFilter : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            return await next(invocationContext);
        }
        catch (LinkException exception)
        {
            throw new HubException($"{exception.Error.Code}: {exception.Error.Message}", exception);
        }
    }
}
