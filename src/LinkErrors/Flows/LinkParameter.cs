namespace LinkErrors.Flows;

/// <summary>The parameters by which a request says what flow it belongs to (RFC 6749 §4.1, RFC 9101 §5, OpenID Connect Core 1.0 §3.1.2.1).</summary>
internal enum LinkParameter
{
    /// <summary><c>client_id</c></summary>
    ClientId,

    /// <summary><c>redirect_uri</c></summary>
    RedirectUri,

    /// <summary><c>state</c></summary>
    State,

    /// <summary><c>response_mode</c></summary>
    ResponseMode,

    /// <summary><c>response_type</c></summary>
    ResponseType,

    /// <summary><c>ui_locales</c></summary>
    UiLocales,

    /// <summary><c>request</c></summary>
    Request,

    /// <summary><c>request_uri</c></summary>
    RequestUri,

    /// <summary><c>code</c></summary>
    Code,

    /// <summary><c>error</c></summary>
    Error,
}
