using LinkErrors;

namespace ErrorLab;

/// <summary>Throws or returns any error of the catalog from a minimal API.</summary>
internal static class TryEndpoint
{
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static IResult Try(HttpContext context, LinkErrorCatalog catalog, string dialect, string code)
    {
        string via = LabRequest.Prepare(context, dialect);
        LinkError error = LabRequest.CreateError(context, catalog, code);
        return via == LabRequest.Result ? TypedResults.LinkError(error) : throw error.ToException();
    }

    public static IResult Unexpected(HttpContext context, string dialect)
    {
        LabRequest.Prepare(context, dialect);
        throw new InvalidOperationException("secret connection string Password=hunter2");
    }
}
