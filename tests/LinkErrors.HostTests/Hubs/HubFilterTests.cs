using LinkErrors.HostTests.Matrix;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Hubs;

/// <summary>SignalR answers invocations itself: a mark holds for the negotiation alone, and a filter does what it would for the rest.</summary>
public sealed class HubFilterTests
{
    [Theory]
    [InlineData(true, nameof(LinkHub.Expired), "*HubException: link_token_expired: The link token has expired.")]
    [InlineData(true, nameof(LinkHub.Unforeseen), "An unexpected error occurred invoking 'Unforeseen' on the server.")]
    [InlineData(false, nameof(LinkHub.Expired), "An unexpected error occurred invoking 'Expired' on the server.")]
    public async Task Invocation_WithTheFilter_TellsTheLinkError(bool hasFilter, string method, string expected)
    {
        await using TestApp app = await StartAsync(hasFilter, isMarked: false);
        await using HubConnection connection = new HubConnectionBuilder().WithUrl(new Uri(app.Client.BaseAddress!, "/hub")).Build();
        await connection.StartAsync();

        Func<Task> invoke = () => connection.InvokeAsync<string>(method);

        (await invoke.Should().ThrowAsync<HubException>()).WithMessage(expected);
        app.Log.Own.Should().BeEmpty();
    }

    [Fact]
    public async Task Mark_OnAHub_IsNamedAtTheStart()
    {
        await using TestApp app = await StartAsync(hasFilter: false, isMarked: true);

        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "MarkWithoutEffect").Which.Text.Should().Contain("/hub").And.Contain("SignalR");
    }

    private static Task<TestApp> StartAsync(bool hasFilter, bool isMarked) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            HubEndpointConventionBuilder hub = app.MapHub<LinkHub>("/hub");
            if (isMarked)
            {
                hub.WithLinkErrors();
            }
        },
        HostFlow.Settings,
        builder => builder.Services.AddSignalR(options =>
        {
            if (hasFilter)
            {
                options.AddFilter<LinkErrorHubFilter>();
            }
        }));
}
