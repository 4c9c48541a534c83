using System.Globalization;

namespace LinkErrors.Dialects;

/// <summary>
/// What nobody knows: a failed response with a text or a code in a place where many put theirs. It keeps both and the status, and
/// claims no system. The status names the error, unless the code is one of the catalog.
/// </summary>
internal sealed class UnknownDialect : LinkErrorDialectReader
{
    private static readonly NearestMember Text = new(
        "message", "errordescription", "description", "detail", "errormessage", "errorsummary", "errmsg", "msg", "usermessage", "developermessage",
        "errordetail", "faultstring", "text", "reason", "errormessages", "errors", "title", "error");

    private static readonly NearestMember Code = new("code", "errorcode", "errcode", "errortype", "error", "status", "type", "tag");

    public override string Name => "unknown";

    public override LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        if (response.StatusCode < 400)
        {
            return null;
        }

        // A code is a word, and one that repeats the status, or says that this is an error, is none.
        string status = response.StatusCode.ToString(CultureInfo.InvariantCulture);
        string? wireCode = Code.FindText(response, code => code != status && code != "error" && !code.Any(char.IsWhiteSpace));
        string? text = Text.FindText(response, static _ => true);
        if ((text ?? wireCode) is null)
        {
            return null;
        }

        LinkErrorDefinition? known = wireCode is null ? null : catalog.FindWord(wireCode);
        return AddResponse(CreateError(catalog, known?.Code ?? GetCode(response.StatusCode), wireCode, text), response);
    }
}
