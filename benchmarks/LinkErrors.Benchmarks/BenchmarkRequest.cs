using System.Collections;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Benchmarks;

/// <summary>
/// A request and its response without a server. As on a server that pools them, one object serves one request after another and is its own
/// collection of features, so that what is measured is what the pipeline makes of it.
/// </summary>
internal sealed class BenchmarkRequest : IFeatureCollection, IHttpRequestFeature, IHttpResponseFeature, IHttpResponseBodyFeature, IServiceProvidersFeature,
    IHttpRequestLifetimeFeature, IHttpRequestIdentifierFeature
{
    private readonly DefaultHttpContext _context = new();
    private readonly List<KeyValuePair<Type, object>> _features = [];
    private readonly List<(Func<object, Task> Callback, object State)> _starting = [];

    public BenchmarkRequest(IServiceProvider services, string path, string query = "", string accept = "text/html")
    {
        RequestServices = services;
        Path = path;
        QueryString = query;
        RequestHeaders.Accept = accept;
        RequestHeaders.Host = "link.example";
        if (accept.StartsWith("text/html", StringComparison.Ordinal))
        {
            RequestHeaders["Sec-Fetch-Mode"] = "navigate";
        }

        Stream = new MemoryStream(16 * 1024);
        Writer = PipeWriter.Create(Stream, new StreamPipeWriterOptions(leaveOpen: true));
    }

    /// <summary>Whether each request has a new <see cref="DefaultHttpContext"/> instead, as with a server that pools nothing. All contenders pay for it.</summary>
    public static bool HasNewContexts { get; set; }

    public bool IsReadOnly => false;

    public int Revision { get; private set; }

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string Protocol { get; set; } = "HTTP/1.1";

    public string Scheme { get; set; } = "https";

    public string Method { get; set; } = "GET";

    public string PathBase { get; set; } = "";

    public string Path { get; set; }

    public string QueryString { get; set; }

    public string RawTarget { get; set; } = "";

    public string TraceIdentifier { get; set; } = "0HNH0000000:00000001";

    public string? ReasonPhrase { get; set; }

    public bool HasStarted { get; private set; }

    public IServiceProvider RequestServices { get; set; }

    public CancellationToken RequestAborted { get; set; }

    public Stream Stream { get; }

    public PipeWriter Writer { get; }

    IHeaderDictionary IHttpRequestFeature.Headers
    {
        get => RequestHeaders;
        set => throw new NotSupportedException();
    }

    IHeaderDictionary IHttpResponseFeature.Headers
    {
        get => ResponseHeaders;
        set => throw new NotSupportedException();
    }

    Stream IHttpRequestFeature.Body { get; set; } = Stream.Null;

    Stream IHttpResponseFeature.Body
    {
        get => Stream;
        set => throw new NotSupportedException();
    }

    public IHeaderDictionary RequestHeaders { get; } = new HeaderDictionary();

    public IHeaderDictionary ResponseHeaders { get; } = new HeaderDictionary();

    public object? this[Type key]
    {
        get
        {
            if (key == typeof(IHttpRequestFeature) || key == typeof(IHttpResponseFeature) || key == typeof(IHttpResponseBodyFeature)
                || key == typeof(IServiceProvidersFeature) || key == typeof(IHttpRequestLifetimeFeature) || key == typeof(IHttpRequestIdentifierFeature))
            {
                return this;
            }

            foreach (KeyValuePair<Type, object> feature in _features)
            {
                if (feature.Key == key)
                {
                    return feature.Value;
                }
            }

            return null;
        }

        set
        {
            Revision++;
            _features.RemoveAll(feature => feature.Key == key);
            if (value is not null)
            {
                _features.Add(new(key, value));
            }
        }
    }

    public TFeature? Get<TFeature>() => (TFeature?)this[typeof(TFeature)];

    public void Set<TFeature>(TFeature? instance) => this[typeof(TFeature)] = instance;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Sends the request through a pipeline and ends the response, as a server does.</summary>
    public Task SendAsync(RequestDelegate pipeline) => HasNewContexts ? SendNewAsync(pipeline) : SendPooledAsync(pipeline);

    /// <summary>What was sent, for the check that contenders do the same work.</summary>
    public string Describe() =>
        $"{StatusCode} {ResponseHeaders.Location} {ResponseHeaders.ContentType} {Encoding.UTF8.GetString(((MemoryStream)Stream).ToArray())}";

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Add((callback, state));

    private async Task SendPooledAsync(RequestDelegate pipeline)
    {
        StatusCode = StatusCodes.Status200OK;
        HasStarted = false;
        ResponseHeaders.Clear();
        _starting.Clear();
        _features.Clear();
        Revision++;
        Stream.SetLength(0);
        _context.Initialize(this);
        await pipeline(_context).ConfigureAwait(false);
        await StartAsync().ConfigureAwait(false);
        _context.Uninitialize();
    }

    private async Task SendNewAsync(RequestDelegate pipeline)
    {
        Stream.SetLength(0);
        DefaultHttpContext context = new()
        {
            RequestServices = RequestServices,
            TraceIdentifier = TraceIdentifier,
            Request = { Method = Method, Scheme = Scheme, Path = Path, QueryString = new QueryString(QueryString) },
            Response = { Body = Stream },
        };
        foreach (KeyValuePair<string, StringValues> header in RequestHeaders)
        {
            context.Request.Headers[header.Key] = header.Value;
        }

        await pipeline(context).ConfigureAwait(false);
        await context.Response.StartAsync().ConfigureAwait(false);
        StatusCode = context.Response.StatusCode;
        ResponseHeaders.Location = context.Response.Headers.Location;
        ResponseHeaders.ContentType = context.Response.ContentType;
    }

    public void OnCompleted(Func<object, Task> callback, object state)
    {
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted)
        {
            return;
        }

        HasStarted = true;
        for (int index = _starting.Count - 1; index >= 0; index--)
        {
            await _starting[index].Callback(_starting[index].State).ConfigureAwait(false);
        }
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task CompleteAsync() => Writer.FlushAsync().AsTask();

    public void DisableBuffering()
    {
    }

    public void Abort()
    {
    }
}
