using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;

namespace LinkErrors.Tests.Endpoints;

/// <summary>Builders of other libraries are older than <c>Finally</c>, whose default throws: they must not stop the start.</summary>
public sealed class ConventionBuilderTests
{
    [Fact]
    public async Task WithLinkErrors_OnABuilderWithoutFinally_MakesLinkEndpoints()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            new BuilderWithoutFinally(app.MapGet("/", string () => throw new LinkTokenExpiredException()))
                .WithLinkErrors(LinkEndpointKind.Api, "orcidlink")
                .ProducesLinkErrors(LinkErrorDefinitions.LinkTokenExpired);
        });

        (await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get)).Body.Should().StartWith("{\"code\":");
    }

    [Fact]
    public async Task DisableLinkErrors_OnABuilderWithoutFinally_TakesItOut()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            new BuilderWithoutFinally(app.MapGet("/", string () => throw new LinkTokenExpiredException())).WithLinkErrors().DisableLinkErrors();
        });

        (await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get)).Body.Should().BeEmpty();
    }

    /// <summary>As YARP's was, and as every implementation from before ASP.NET Core 7 is.</summary>
    private sealed class BuilderWithoutFinally(IEndpointConventionBuilder inner) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) => inner.Add(convention);
    }
}
