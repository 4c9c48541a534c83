using LinkErrors.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Handling;

/// <summary>
/// Notices link endpoints that are not behind the middleware, and says so once. The first request that comes back to the
/// middleware from a link endpoint settles it: nothing is watched any more.
/// </summary>
internal sealed class MiddlewareWatch(ILogger<MiddlewareWatch> logger)
{
    private volatile bool _isExpecting;
    private volatile bool _isSettled;

    /// <summary>Whether the application has called <c>UseLinkErrors</c>, wherever.</summary>
    public bool IsUsed { get; set; }

    /// <summary>For the middleware: a request has come back to it.</summary>
    public void Confirm(HttpContext context)
    {
        if (_isExpecting && !_isSettled && IsMarked(context.GetEndpoint()))
        {
            _isSettled = true;
        }
    }

    /// <summary>For a link endpoint: its request has to come back to the middleware.</summary>
    public void Expect(HttpContext context)
    {
        if (!_isSettled && context.GetEndpoint() is { } found && IsMarked(found))
        {
            _isExpecting = true;
            string endpoint = LogText.Escape(found.DisplayName);
            context.Response.OnCompleted(() =>
            {
                Check(endpoint);
                return Task.CompletedTask;
            });
        }
    }

    private static bool IsMarked(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ILinkErrorsMetadata>() is { IsEnabled: true };

    private void Check(string endpoint)
    {
        if (!_isSettled && IsUsed)
        {
            _isSettled = true;
            LinkErrorsLog.MiddlewareBehindEndpoints(logger, endpoint);
        }
    }
}
