using BenchmarkDotNet.Attributes;
using LinkErrors.Flows;

namespace LinkErrors.Benchmarks;

/// <summary>Finding the client of a request among few and many registered URIs must cost the same.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ClientLookup
{
    private ILinkClientStore _store = null!;
    private string _redirectUri = "";
    private string _clientId = "";

    [Params(10, 1_000, 1_000_000)]
    public int RegisteredUris { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _store = ClientScale.CreateStore(RegisteredUris);
        _clientId = ClientScale.ClientId(RegisteredUris / 2);
        _redirectUri = ClientScale.RedirectUri(RegisteredUris / 2);
    }

    [Benchmark]
    public ValueTask<LinkClient?> ById() => _store.FindByIdAsync(_clientId, CancellationToken.None);

    [Benchmark]
    public ValueTask<LinkClient?> ByRedirectUri() => _store.FindByRedirectUriAsync(_redirectUri, CancellationToken.None);

    [Benchmark]
    public ValueTask<LinkClient?> ByUnknownRedirectUri() => _store.FindByRedirectUriAsync("https://evil.example/cb", CancellationToken.None);
}
