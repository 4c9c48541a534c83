using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Applications;

/// <summary>What the routes of all applications do.</summary>
internal static class HostEndpoints
{
    public const string Secret = "Password=hunter2";

    public static LinkTokenExpiredException Expired => new("the token of the test");

    public static InvalidOperationException Unforeseen => new(Secret);

    /// <summary>Ends when the client has left.</summary>
    public static async Task WaitAsync(HttpContext context)
    {
        TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = context.RequestAborted.Register(left.SetResult);
        context.RequestServices.GetRequiredService<ClientWatch>().Arrived.TrySetResult();
        await left.Task;
        throw Expired;
    }
}
