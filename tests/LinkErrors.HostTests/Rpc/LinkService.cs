using Grpc.Core;
using LinkErrors.Exceptions;

namespace LinkErrors.HostTests.Rpc;

public sealed class LinkService : LinkServiceBase
{
    public override Task<string> Link(string request, ServerCallContext context) => request switch
    {
        "expired" => throw new LinkTokenExpiredException("the token of the test"),
        "unforeseen" => throw new InvalidOperationException("Password=hunter2"),
        _ => Task.FromResult(request),
    };
}
