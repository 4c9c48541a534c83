namespace LinkErrors.Client.Tests.Handler;

/// <summary>A peer without a network: it gives the answers that a test prepared, and counts.</summary>
internal sealed class StubPeer(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public int Calls { get; private set; }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        answers[Math.Min(Calls++, answers.Length - 1)]();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));
}
