namespace LinkErrors.Dialects;

/// <summary>
/// What nobody knows: a failed response whose text is in <c>message</c>. It keeps the text and the status, which names the error,
/// and claims no system.
/// </summary>
internal sealed class UnknownDialect : LinkErrorDialectReader
{
    public override string Name => "unknown";

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) =>
        response.StatusCode >= 400 && response.GetText("message") is { } text
            ? AddResponse(CreateError(catalog, GetCode(response.StatusCode), response.GetText("code") ?? response.GetText("errorCode"), text), response)
            : null;
}
