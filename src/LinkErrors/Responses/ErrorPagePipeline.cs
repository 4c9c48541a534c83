using LinkErrors.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LinkErrors.Responses;

/// <summary>The pipeline behind <c>UseLinkErrors</c>, in which a page of the application is run in place of what failed.</summary>
internal sealed class ErrorPagePipeline
{
    /// <summary>Under which a <c>WebApplication</c> keeps the routes that it matches in front of every middleware.</summary>
    private const string RouteBuilderKey = "__GlobalEndpointRouteBuilder";

    private RequestDelegate? _pipeline;

    /// <summary>Whether there is one: the application called <c>UseLinkErrors</c>.</summary>
    public bool IsAvailable => _pipeline is not null;

    /// <summary>Keeps a pipeline; the first one counts.</summary>
    /// <param name="app">The application.</param>
    /// <param name="next">What stands behind the middleware.</param>
    public void Keep(IApplicationBuilder app, RequestDelegate next)
    {
        if (_pipeline is not null)
        {
            return;
        }

        if (!app.Properties.TryGetValue(RouteBuilderKey, out object? routes) || routes is null)
        {
            _pipeline = next;
            return;
        }

        // The path is another one, so its endpoint has to be found anew.
        IApplicationBuilder again = app.New();
        again.Properties[RouteBuilderKey] = routes;
        again.UseRouting();
        again.Run(next);
        _pipeline = again.Build();
    }

    /// <summary>Runs another path as a GET, and leaves the request as it was.</summary>
    public async Task RunAsync(HttpContext context, string path)
    {
        HttpRequest request = context.Request;
        Endpoint? endpoint = context.GetEndpoint();
        RouteValueDictionary values = request.RouteValues;
        (string method, PathString original, QueryString query) = (request.Method, request.Path, request.QueryString);
        IStatusCodeReExecuteFeature? former = context.Features.Find<IStatusCodeReExecuteFeature>();
        int end = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? mark : path.Length;
        try
        {
            context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
            {
                OriginalPath = original.Value!,
                OriginalPathBase = request.PathBase.Value!,
                OriginalQueryString = query.HasValue ? query.Value : null,
            });
            context.SetEndpoint(null);
            request.RouteValues = [];
            request.Method = HttpMethods.IsHead(method) ? method : HttpMethods.Get;
            request.Path = PathString.FromUriComponent(path[..end]);
            request.QueryString = new QueryString(path[end..]);

            // What the page returns is no error of its own, although the answer is one; its status is set when it starts.
            context.Response.StatusCode = StatusCodes.Status200OK;
            await _pipeline!(context).ConfigureAwait(false);
        }
        finally
        {
            context.Features.Set(former);
            context.SetEndpoint(endpoint);
            request.RouteValues = values;
            (request.Method, request.Path, request.QueryString) = (method, original, query);
        }
    }
}
