using System.Web;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;

namespace LinkErrors.Client.Tests.Peers;

/// <summary>The client of the Model Context Protocol reads the challenges and the token errors of our <c>oauth</c> dialect.</summary>
public sealed class McpClientTests
{
    private readonly List<Uri> _visited = [];

    // RFC 9728 §5.1: where the authorization server is. RFC 6750 §3: the scopes to ask for, and more of them when they do not suffice.
    [Fact]
    public async Task Challenges_OfTheOAuthDialect_LeadToATokenWithTheScopes()
    {
        await using McpServerHost server = await McpServerHost.StartAsync();

        await using McpClient client = await ConnectAsync(server);
        IList<McpClientTool> tools = await client.ListToolsAsync();

        tools.Should().BeEmpty();
        _visited.Should().HaveCount(2);
        _visited[0].AbsolutePath.Should().Be("/authorize");
        GetScopes(_visited[0]).Should().Equal("links:read");
        GetScopes(_visited[1]).Should().BeEquivalentTo("links:read", "links:write");
    }

    // RFC 6749 §5.2.
    [Theory]
    [InlineData("invalid_grant")]
    [InlineData("invalid_client")]
    public async Task TokenError_OfTheOAuthDialect_IsReported(string code)
    {
        LinkErrorDefinition definition = LinkErrorCatalog.Default.Resolve(code);
        await using McpServerHost server = await McpServerHost.StartAsync(definition);

        Exception exception = (await FluentActions.Awaiting(() => ConnectAsync(server)).Should().ThrowAsync<Exception>()).Which;

        exception.ToString().Should().Contain(code);
    }

    private static string[] GetScopes(Uri authorization) => HttpUtility.ParseQueryString(authorization.Query)["scope"]!.Split(' ');

    private async Task<McpClient> ConnectAsync(McpServerHost server)
    {
        HttpClientTransport transport = new(new HttpClientTransportOptions
        {
            Endpoint = server.Resource,
            TransportMode = HttpTransportMode.StreamableHttp,
            EnableStandaloneGetStream = false,
            OAuth = new ClientOAuthOptions
            {
                ClientId = "test",
                ClientSecret = "secret",
                RedirectUri = new Uri("http://127.0.0.1/cb"),
                AuthorizationCallbackHandler = (context, _) =>
                {
                    _visited.Add(context.AuthorizationUri);
                    string? state = HttpUtility.ParseQueryString(context.AuthorizationUri.Query)["state"];
                    return Task.FromResult<AuthorizationResult?>(new AuthorizationResult { Code = $"code-{_visited.Count}", State = state });
                },
            },
        });
        return await McpClient.CreateAsync(transport);
    }
}
