using System.Net;
using System.Text;
using LinkErrors.Client.Tests.Handler;
using LinkErrors.Dialects;

namespace LinkErrors.Client.Tests.Providers;

/// <summary>What a peer sent: a callback, posted parameters, or a response.</summary>
public sealed record ProviderMessage(string? Url, string? Form, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    private static readonly LinkErrorReader Reader = new();

    public bool IsResponse => Url is null && Form is null;

    public static ProviderMessage Callback(string url) => new(url, null, 0, [], []);

    public static ProviderMessage Response(int status, string headers, string body) => new(
        null,
        null,
        status,
        [.. headers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))],
        Encoding.UTF8.GetBytes(body));

    public LinkErrorReading Read() => Url is not null ? Reader.ReadCallback(Url)
        : Form is not null ? Reader.ReadParameters(Form)
        : Reader.ReadResponse(Status, Headers, Body);

    /// <summary>The same through the handler of an HttpClient, which throws what it reads.</summary>
    public async Task<LinkError?> CatchAsync()
    {
        using LinkErrorMessageHandler handler = new(new LinkErrorClientOptions { ReadsStatus = static _ => true }) { InnerHandler = new StubPeer(ToHttp) };
        using HttpMessageInvoker client = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Get, "https://peer.example/");
        try
        {
            (await client.SendAsync(request, CancellationToken.None)).Dispose();
            return null;
        }
        catch (LinkException exception)
        {
            return exception.Error;
        }
    }

    private HttpResponseMessage ToHttp()
    {
        HttpResponseMessage response = new((HttpStatusCode)Status) { Content = new ByteArrayContent(Body) };
        foreach ((string name, string value) in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
