using System.Net;
using System.Text;

namespace LinkErrors.Providers.Tests;

/// <summary>A provider without a network, with one answer.</summary>
internal sealed class FixedPeer(int status, string body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
}
