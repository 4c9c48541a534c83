using LinkErrors.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Testing;

/// <summary>What <c>AddTestLinkFlow</c> was called with. Its registration is known by it.</summary>
internal sealed class TestLinkFlow(LinkClient client, LinkFlowRequest request)
{
    public ILinkFlowSource CreateSource(IServiceProvider provider) => new TestLinkFlowSource(provider.GetRequiredService<LinkFlowFactory>(), client, request);
}
