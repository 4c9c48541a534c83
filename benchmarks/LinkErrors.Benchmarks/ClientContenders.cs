using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using LinkErrors.Client;
using LinkErrors.Exceptions;

namespace LinkErrors.Benchmarks;

/// <summary>A client that meets a 401 with a challenge and a JSON body, and ends with an exception.</summary>
internal static class ClientContenders
{
    private const string Work = "client, 401 with challenge and JSON";
    private static readonly Uri Address = new("https://peer.example/api");

    /// <summary>The peer answers the same to all, without a network.</summary>
    public static IEnumerable<Contender> Create()
    {
        HttpMessageInvoker plain = new(new Peer());
        yield return new Contender(Work, "ReadFromJsonAsync and HttpRequestException", () => MeetAsync(plain), static () => "", IsBaseline: true);
        HttpMessageInvoker linked = new(new LinkErrorMessageHandler(new LinkErrorClientOptions()) { InnerHandler = new Peer() });
        yield return new Contender(Work, "LinkErrors.Client", () => MeetTypedAsync(linked), static () => "");
    }

    private static async Task MeetAsync(HttpMessageInvoker client)
    {
        try
        {
            await SendAsync(client).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.Message == "invalid_token")
        {
        }
    }

    private static async Task SendAsync(HttpMessageInvoker client)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, Address);
        using HttpResponseMessage response = await client.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            HandWrittenError? error = await response.Content.ReadFromJsonAsync(HandWrittenJson.Default.HandWrittenError).ConfigureAwait(false);
            throw new HttpRequestException(error?.Error, inner: null, response.StatusCode);
        }
    }

    private static async Task MeetTypedAsync(HttpMessageInvoker client)
    {
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, Address);
            using HttpResponseMessage response = await client.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        }
        catch (InvalidTokenException)
        {
        }
    }

    private sealed class Peer : HttpMessageHandler
    {
        private static readonly byte[] Body = """{"error":"invalid_token","error_description":"The access token expired."}"""u8.ToArray();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            HttpResponseMessage response = new(HttpStatusCode.Unauthorized) { RequestMessage = request, Content = new ByteArrayContent(Body) };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            response.Headers.WwwAuthenticate.ParseAdd("""Bearer realm="link", error="invalid_token", error_description="The access token expired." """);
            return response;
        }
    }
}
