using System.Net;
using System.Net.Sockets;
using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace LinkErrors.HostTests.Proxies;

/// <summary>
/// YARP as a link endpoint. What a destination says passes as it is; where there is none, the proxy ends with the status of a
/// gateway (RFC 9110 §15.6.3, §15.6.5) and no body.
/// </summary>
public sealed class MarkedProxyTests
{
    [Theory]
    [InlineData("dead", 502, "502 JSON `provider_api_error`", "302 client `server_error`")]
    [InlineData("slow", 504, "504 JSON `provider_api_error`", "302 client `server_error`")]
    [InlineData("absent", 503, "503 JSON `temporarily_unavailable`", "302 client `temporarily_unavailable`")]
    public async Task Proxy_WithoutAnAnswer_IsAnErrorOfTheProvider(string destination, int bare, string code, string browser)
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}";
        if (destination == "dead")
        {
            silent.Stop();
        }

        string[] destinations = destination == "absent" ? [] : [address];
        ForwarderRequestConfig? request = destination == "slow" ? new() { ActivityTimeout = TimeSpan.FromMilliseconds(100) } : null;
        await using TestApp plain = await StartAsync(app => app.MapReverseProxy(), destinations, request);
        await using TestApp marked = await StartAsync(app => app.MapReverseProxy().WithLinkErrors(), destinations, request);

        (await GetAsync(plain, "application/json")).Words.Should().Be($"{bare} empty");
        (await GetAsync(marked, "application/json")).Words.Should().Be(code);
        HostAnswer redirected = await GetAsync(marked, "text/html", HostFlow.Query);
        (redirected.Words, redirected.State).Should().Be((browser, HostFlow.State));
        marked.Log.Own.Should().OnlyContain(entry => entry.Exception == null);
    }

    [Theory]
    [InlineData("/text", "404 other text/plain")]
    [InlineData("/empty", "404 empty")]
    [InlineData("/gateway", "502 empty")]
    [InlineData("/fine", "200 ok")]
    public async Task Destination_ThatAnswers_IsNotRewritten(string path, string expected)
    {
        await using TestApp destination = await TestApp.StartAsync(app =>
        {
            app.MapGet("/text", () => Results.Text("no such thing", statusCode: 404));
            app.MapGet("/empty", () => Results.NotFound());
            app.MapGet("/gateway", () => Results.StatusCode(502));
            app.MapGet("/fine", () => "ok");
        });
        await using TestApp marked = await StartAsync(app => app.MapReverseProxy().WithLinkErrors(), [destination.Client.BaseAddress!.ToString()]);

        (await GetAsync(marked, "application/json", path: path)).Words.Should().Be(expected);
        marked.Log.Own.Should().BeEmpty();
    }

    private static Task<TestApp> StartAsync(Action<WebApplication> map, string[] destinations, ForwarderRequestConfig? request = null) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            map(app);
        },
        HostFlow.Settings,
        builder => HostProxy.AddTo(builder, destinations, request));

    private static async Task<HostAnswer> GetAsync(TestApp app, string accept, string query = "", string path = "/any")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path + query));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using HttpResponseMessage response = await app.Client.SendAsync(request);
        return await HostAnswer.ReadAsync(response);
    }
}
