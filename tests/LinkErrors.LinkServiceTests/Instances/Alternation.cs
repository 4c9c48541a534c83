namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>Sends each request to another instance than the one before, under one name, as a proxy does.</summary>
internal sealed class Alternation(IReadOnlyList<SampleProcess> instances) : DelegatingHandler(
    new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
{
    private int _next;

    /// <summary>The name of the service; nothing listens there.</summary>
    public static Uri Service { get; } = new("http://127.0.0.1:9");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Authority == Service.Authority)
        {
            request.Headers.Host = Service.Authority;
            request.RequestUri = new Uri(instances[Math.Abs(Interlocked.Increment(ref _next) % instances.Count)].Client.BaseAddress!, request.RequestUri.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
