using System.Collections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LinkErrors.Endpoints;

/// <summary>
/// The features of a request, but for the status of its response, which reads as 200 once: for the look before the handler, which may
/// be given this view too. Whatever is set goes to the request.
/// </summary>
internal sealed class HiddenStatusFeatures(IFeatureCollection request) : IFeatureCollection
{
    private readonly HiddenStatus _response = new(request.GetRequiredFeature<IHttpResponseFeature>());

    public bool IsReadOnly => request.IsReadOnly;

    public int Revision => request.Revision;

    public object? this[Type key]
    {
        get => key == typeof(IHttpResponseFeature) ? _response : request[key];
        set => request[key] = value;
    }

    public TFeature? Get<TFeature>() =>
        typeof(TFeature) == typeof(IHttpResponseFeature)
            ? (TFeature)(object)_response
            : request.Get<TFeature>();

    public void Set<TFeature>(TFeature? instance) => request.Set(instance);

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => request.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class HiddenStatus(IHttpResponseFeature response) : IHttpResponseFeature
    {
        private bool _isSeen;

        public int StatusCode
        {
            get
            {
                int status = _isSeen ? response.StatusCode : StatusCodes.Status200OK;
                _isSeen = true;
                return status;
            }
            set => response.StatusCode = value;
        }

        public string? ReasonPhrase
        {
            get => response.ReasonPhrase;
            set => response.ReasonPhrase = value;
        }

        public IHeaderDictionary Headers
        {
            get => response.Headers;
            set => response.Headers = value;
        }

        [Obsolete("Use IHttpResponseBodyFeature.Stream instead.")]
        public Stream Body
        {
            get => response.Body;
            set => response.Body = value;
        }

        public bool HasStarted => response.HasStarted;

        public void OnStarting(Func<object, Task> callback, object state) => response.OnStarting(callback, state);

        public void OnCompleted(Func<object, Task> callback, object state) => response.OnCompleted(callback, state);
    }
}
