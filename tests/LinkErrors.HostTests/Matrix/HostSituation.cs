namespace LinkErrors.HostTests.Matrix;

/// <summary>Something that happens in an application, whatever it is built with.</summary>
/// <param name="Name">What happens, as the documentation says it.</param>
/// <param name="Route">The route of the application where it happens, see <see cref="HostRoutes"/>.</param>
/// <param name="Expected">The answer with the library, as <see cref="HostAnswer"/> says it.</param>
internal sealed record HostSituation(string Name, string Route, string Expected)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private const string Code = "application/json";

    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>What the caller would like to read.</summary>
    public string Accept { get; init; } = Browser;

    /// <summary>Whether the request names a client that is registered, and its state.</summary>
    public bool HasTarget { get; init; }

    /// <summary>The body; null for none.</summary>
    public string? Content { get; init; }

    public string ContentType { get; init; } = "application/json";

    public static IReadOnlyList<HostSituation> All { get; } =
    [
        new("nothing goes wrong", HostRoutes.Ok, "200 ok") { HasTarget = true },
        new("a link exception, with a target", HostRoutes.Thrown, "302 client `invalid_request`") { HasTarget = true },
        new("a link exception, no target, a browser", HostRoutes.Thrown, "400 page"),
        new("a link exception, no target, code", HostRoutes.Thrown, "400 JSON `link_token_expired`") { Accept = Code },
        new("a link exception on POST, with a target", HostRoutes.Thrown, "303 client `invalid_request`") { HasTarget = true, Method = HttpMethod.Post },
        new("a link exception while the view is rendered", HostRoutes.Rendered, "302 client `invalid_request`") { HasTarget = true },
        new("an unexpected exception, with a target", HostRoutes.Unexpected, "302 client `server_error`") { HasTarget = true },
        new("an unexpected exception, no target, a browser", HostRoutes.Unexpected, "500 page"),
        new("an unexpected exception, no target, code", HostRoutes.Unexpected, "500 JSON `server_error`") { Accept = Code },
        new("not found is returned, with a target", HostRoutes.Returned, "302 client `invalid_request`") { HasTarget = true },
        new("not found is returned, no target, a browser", HostRoutes.Returned, "404 page"),
        new("not found is returned, no target, code", HostRoutes.Returned, "404 JSON `not_found`") { Accept = Code },
        new("a bare status 409, no target, code", HostRoutes.Status, "409 JSON `conflict`") { Accept = Code },
        new("nobody is signed in, a browser", HostRoutes.Secret, "302 login page") { HasTarget = true },
        new("nobody is signed in, code", HostRoutes.Secret, "401 JSON `invalid_token`") { Accept = Code },
        new("the method is wrong (405), code", HostRoutes.Body, "405 JSON `invalid_request`") { Accept = Code, Method = HttpMethod.Put },
        new("the media type is wrong (415), code", HostRoutes.Body, "415 JSON `invalid_request`") { Accept = Code, Method = HttpMethod.Post, Content = "name=x", ContentType = "text/plain" },
        new("a body that is not valid, code", HostRoutes.Body, "400 JSON `invalid_request` Name") { Accept = Code, Method = HttpMethod.Post, Content = "{}" },
        new("a body that is not valid, with a target", HostRoutes.Body, "303 client `invalid_request`") { HasTarget = true, Method = HttpMethod.Post, Content = "{}" },
        new("a path that nobody serves (404)", HostRoutes.Nowhere, "404 empty") { HasTarget = true },
        new("an exception of an endpoint that is not marked", HostRoutes.Ordinary, "500 the host's page") { HasTarget = true },
    ];

    public override string ToString() => Name;
}
