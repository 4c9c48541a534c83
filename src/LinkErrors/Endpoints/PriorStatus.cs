using LinkErrors.Handling;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Endpoints;

/// <summary>
/// ASP.NET Core skips the handler of an endpoint with filters when the response has an error status, taking it for the sign of a
/// request that could not be bound (dotnet/aspnetcore#60659). A status that was there before, as on the path of an error page,
/// is hidden from that one look, so that the application's handler runs and still sees it.
/// </summary>
internal sealed class PriorStatus
{
    private bool _hasFilters;

    private PriorStatus()
    {
    }

    /// <summary>Notes on an endpoint the status that a request has before it is bound.</summary>
    public static PriorStatus Attach(EndpointBuilder endpoint)
    {
        PriorStatus prior = new();
        if (endpoint.RequestDelegate is { } handle)
        {
            endpoint.RequestDelegate = context =>
            {
                // Here, because a proxy runs no filter; asked of the request, because a proxy builds its endpoints without services.
                context.RequestServices.GetService<MiddlewareWatch>()?.Expect(context);
                return prior.Note(context, handle);
            };
        }

        return prior;
    }

    /// <summary>Built around the filters behind it, which are the application's own, and around its handler.</summary>
    public EndpointFilterDelegate Restore(EndpointFilterDelegate next)
    {
        _hasFilters = true;
        return context => context.HttpContext.Features.Find<Noted>() is { } noted ? next(noted.Hide(context)) : next(context);
    }

    /// <summary>Without filters, as on a proxy, nobody takes the status for a sign of anything.</summary>
    private Task Note(HttpContext context, RequestDelegate handle)
    {
        int status = context.Response.StatusCode;
        if (status >= StatusCodes.Status400BadRequest && _hasFilters)
        {
            // What could not be bound sets its own status, which tells it apart.
            context.Features.Set(new Noted(status));
            context.Response.StatusCode = StatusCodes.Status200OK;
        }

        return handle(context);
    }

    private sealed class Noted(int status)
    {
        public EndpointFilterInvocationContext Hide(EndpointFilterInvocationContext context)
        {
            HttpContext original = context.HttpContext;
            original.Features.Set<Noted>(null);
            if (original.Response.StatusCode != StatusCodes.Status200OK)
            {
                return context;
            }

            original.Response.StatusCode = status;
            return new HiddenInvocation(context, new DefaultHttpContext(new HiddenStatusFeatures(original.Features)));
        }
    }

    /// <summary>The same arguments, bound already, beside a response that shows no error.</summary>
    private sealed class HiddenInvocation(EndpointFilterInvocationContext bound, HttpContext context) : EndpointFilterInvocationContext
    {
        public override HttpContext HttpContext => context;

        public override IList<object?> Arguments => bound.Arguments;

        public override T GetArgument<T>(int index) => bound.GetArgument<T>(index);
    }
}
