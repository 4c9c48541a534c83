using Grpc.Core;
using Grpc.Core.Interceptors;
using LinkErrors;

namespace Links;

/// <summary>Tells the caller of a gRPC method the code and the message of a link error; anything else stays as gRPC has it.</summary>
public sealed class LinkErrorInterceptor : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        try
        {
            return await continuation(request, context);
        }
        catch (LinkException exception)
        {
            LinkError error = exception.Error;
            throw new RpcException(new Status(GetStatus(error.StatusCode), error.Message), trailers: new() { { "link-error", error.Code } });
        }
    }

    private static StatusCode GetStatus(int status) => status switch
    {
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        409 => StatusCode.Aborted,
        429 => StatusCode.ResourceExhausted,
        502 or 503 or 504 => StatusCode.Unavailable,
        >= 500 => StatusCode.Internal,
        _ => StatusCode.FailedPrecondition,
    };
}
