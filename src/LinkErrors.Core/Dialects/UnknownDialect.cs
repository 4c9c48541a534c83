using System.Globalization;

namespace LinkErrors.Dialects;

/// <summary>
/// What nobody knows: a failed response with a text or a code in a place where many put theirs. It keeps both and the status, and
/// claims no system. The status names the error, unless the code is one of the catalog.
/// </summary>
internal sealed class UnknownDialect : LinkErrorDialectReader
{
    private static readonly ResponsePath[] TextPaths = Parse(
    [
        "message", "error_description", "description", "errorMessage", "error_message", "errorSummary", "errmsg", "msg", "reason",
        "error.message", "error.error_description", "error.description", "error.detail",
        "errors.0.message", "errors.0.detail", "errors.0.description", "errors.0.title", "errors.0", "errors",
        "0.message", "0.error_description", "0.detail", "title",
    ]);

    private static readonly ResponsePath[] CodePaths = Parse(
    [
        "code", "errorCode", "error_code", "errcode", "error", "error.code", "error.status", "error.type",
        "errors.0.code", "errors.0.errorType", "errors.0.errorCode", "0.errorCode", "0.code", "0.error", "status",
    ]);

    public override string Name => "unknown";

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        if (response.StatusCode < 400)
        {
            return null;
        }

        // A code that repeats the status is none.
        string status = response.StatusCode.ToString(CultureInfo.InvariantCulture);
        string? wireCode = CodePaths.Select(path => path.FindText(response)).FirstOrDefault(code => code is not null && code != status);
        string? text = TextPaths.Select(path => path.FindText(response)).FirstOrDefault(found => found is not null);
        if ((text ?? wireCode) is null)
        {
            return null;
        }

        LinkErrorDefinition? known = wireCode is null ? null : catalog.FindWord(wireCode);
        return AddResponse(CreateError(catalog, known?.Code ?? GetCode(response.StatusCode), wireCode, text), response);
    }

    private static ResponsePath[] Parse(string[] paths) => [.. paths.Select(path => ResponsePath.Parse(path, nameof(paths)))];
}
