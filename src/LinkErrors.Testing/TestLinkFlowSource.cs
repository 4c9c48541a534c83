using LinkErrors.Flows;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Testing;

/// <summary>One flow for every request that has none of its own, with a target that was validated as any other.</summary>
internal sealed class TestLinkFlowSource(LinkFlowFactory factory, LinkClient client, LinkFlowRequest request) : ILinkFlowSource
{
    public ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken) => new(factory.Create(client, request));
}
