using LinkErrors.Flows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Tests.Flows;

public sealed class LinkFlowRequestTests
{
    private static readonly LinkFlowRequest Request = new() { ClientId = "web", RedirectUri = "https://client.example/cb", State = "s", StartPath = "/link/start?provider=fitbit" };

    // "Try again" leads there, so it never names another site.
    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("link/start")]
    [InlineData("/a\nb")]
    public void StartPath_ThatIsNoPathOfThisSite_IsRefusedOnOneLine(string path) =>
        FluentActions.Invoking(() => new LinkFlowRequest { StartPath = path }).Should().Throw<ArgumentException>()
            .WithMessage($"StartPath is '{path.Replace("\n", "\\u000A", StringComparison.Ordinal)}', but the start of a flow is a path of this site, such as '/link/start', *");

    [Fact]
    public void Request_KeptInAuthenticationProperties_ComesBack()
    {
        AuthenticationProperties properties = new();

        properties.GetLinkFlow().Should().BeNull();
        properties.SetLinkFlow(Request);
        properties.GetLinkFlow().Should().Be(Request);
        properties.SetLinkFlow(null);
        properties.GetLinkFlow().Should().BeNull();
        properties.Items.Should().BeEmpty("what is not there is not kept either");
    }

    [Fact]
    public void Flow_KeptInTheRequest_ComesBack()
    {
        DefaultHttpContext context = new();
        LinkFlow flow = new() { State = "s" };

        context.GetLinkFlow().Should().BeNull();
        context.SetLinkFlow(flow);
        context.GetLinkFlow().Should().BeSameAs(flow);
        context.SetLinkFlow(null);
        context.GetLinkFlow().Should().BeNull();
    }

    [Fact]
    public void Place_ThatIsNull_IsRefused()
    {
        FluentActions.Invoking(() => LinkFlowHttpContextExtensions.SetLinkFlow(null!, null)).Should().Throw<ArgumentNullException>().WithParameterName("context");
        FluentActions.Invoking(() => LinkFlowHttpContextExtensions.GetLinkFlow(null!)).Should().Throw<ArgumentNullException>().WithParameterName("context");
        FluentActions.Invoking(() => LinkFlowAuthenticationPropertiesExtensions.SetLinkFlow(null!, null)).Should().Throw<ArgumentNullException>().WithParameterName("properties");
        FluentActions.Invoking(() => LinkFlowAuthenticationPropertiesExtensions.GetLinkFlow(null!)).Should().Throw<ArgumentNullException>().WithParameterName("properties");
    }
}
