using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Testing.Tests;

/// <summary>A flow of a test is as valid as any other, and comes after what the request says.</summary>
public sealed class TestLinkFlowTests
{
    private static readonly LinkClient Client = new("test", ["https://test.example/cb"], "zapier");

    [Fact]
    public async Task Request_ThatNamesNobody_BelongsToTheClientOfTheTest()
    {
        LinkErrorAnswer answer = await AskAsync("/");

        answer.Should().BeEquivalentTo(new { Delivery = LinkErrorDelivery.Redirect, Target = "https://test.example/cb" });
        answer.Error!.Origin!.Dialect.Should().Be("zapier", "it is the client's");
    }

    [Fact]
    public async Task Request_ThatNamesAClient_KeepsItsOwnFlow()
    {
        (await AskAsync("/?client_id=own")).Target.Should().Be("https://own.example/cb");
    }

    [Theory]
    [InlineData(null, "*is 'not said', which the client 'two' does not allow*It has https://two.example/a, https://two.example/b; name one*")]
    [InlineData("https://evil.example/", "*is 'https://evil.example/', which the client 'two' does not allow*")]
    public void Flow_ThatCouldLeadNowhere_IsRefusedAtOnce(string? uri, string message)
    {
        LinkClient two = new("two", ["https://two.example/a", "https://two.example/b"]);

        FluentActions.Invoking(() => new ServiceCollection().AddTestLinkFlow(two, new LinkFlowRequest { RedirectUri = uri })).Should().Throw<ArgumentException>().WithMessage(message);
    }

    // Asked ahead of what a request says, it would take every request.
    [Fact]
    public void Flow_AheadOfAddLinkErrors_IsRefusedAtOnce()
    {
        FluentActions.Invoking(() => new ServiceCollection().AddTestLinkFlow(Client)).Should().Throw<InvalidOperationException>().WithMessage("*call it after AddLinkErrors*");
    }

    [Fact]
    public async Task Flow_ThatIsAddedAgain_TakesThePlaceOfTheFormer()
    {
        LinkErrorAnswer answer = await AskAsync("/", services => services.AddTestLinkFlow(new LinkClient("former", ["https://former.example/cb"])).AddSingleton<ILinkFlowSource, NamedFlow>().AddTestLinkFlow(Client));

        answer.Target.Should().Be("https://test.example/cb");
    }

    [Fact]
    public async Task Flow_ThatIsAddedAgain_StillComesAfterTheSourcesOfTheApplication()
    {
        LinkErrorAnswer answer = await AskAsync("/?named", services => services.AddTestLinkFlow(Client).AddSingleton<ILinkFlowSource, NamedFlow>().AddTestLinkFlow(Client));

        answer.Target.Should().Be("https://own.example/cb");
    }

    private static Task<LinkErrorAnswer> AskAsync(string path) => AskAsync(path, services => services.AddTestLinkFlow(Client));

    private static async Task<LinkErrorAnswer> AskAsync(string path, Action<IServiceCollection> services)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", IResult () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            [new("LinkErrors:Clients:own:RedirectUris:0", "https://own.example/cb")],
            builder => services(builder.Services));
        using HttpResponseMessage response = await app.Client.GetAsync(path);
        return await LinkErrorAnswer.ReadAsync(response);
    }

    /// <summary>A source of the application, which knows requests that the library does not.</summary>
    private sealed class NamedFlow(LinkFlowFactory factory) : ILinkFlowSource
    {
        public ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken) =>
            context.Request.Query.ContainsKey("named") ? factory.CreateAsync(new LinkFlowRequest { ClientId = "own" }, cancellationToken) : default;
    }
}
