using System.Globalization;
using LinkErrors;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;

namespace ErrorLab;

/// <summary>What the query of <c>/try</c> and <c>/unexpected</c> asks for.</summary>
internal static class LabRequest
{
    public const string Throw = "throw";
    public const string Result = "result";
    public const string Mvc = "mvc";
    public const string MvcResult = "mvc-result";

    private static readonly string[] KnownVia = [Throw, Result, Mvc, MvcResult];

    /// <summary>Applies kind and dialect to the request, in this order, so that a bad dialect is answered in the kind that was asked for.</summary>
    public static string Prepare(HttpContext context, string dialectName)
    {
        IQueryCollection query = context.Request.Query;
        LinkErrorDialect? dialect = LinkErrorDialects.All.FirstOrDefault(known => known.Name == dialectName);
        context.SetLinkErrors(LinkEndpointKind.Interactive, dialect?.Name);
        LinkEndpointKind kind = query["kind"].ToString() switch
        {
            "" or "interactive" => LinkEndpointKind.Interactive,
            "api" => LinkEndpointKind.Api,
            _ => throw new InvalidRequestException { PublicMessage = "The parameter kind is neither interactive nor api." },
        };
        context.SetLinkErrors(kind, dialect?.Name);
        if (dialect is null)
        {
            throw new NotFoundException { PublicMessage = "There is no such dialect." };
        }

        string via = query["via"] is [{ Length: > 0 } named, ..] ? named : Throw;
        return KnownVia.Contains(via, StringComparer.Ordinal)
            ? via
            : throw new InvalidRequestException { PublicMessage = $"The parameter via is none of {string.Join(", ", KnownVia)}." };
    }

    /// <summary>The error of a canonical code, with what the query adds to it.</summary>
    public static LinkError CreateError(HttpContext context, LinkErrorCatalog catalog, string code)
    {
        IQueryCollection query = context.Request.Query;
        if (!catalog.TryFind(code, out LinkErrorDefinition? definition))
        {
            LinkEndpointKind kind = query["kind"] == "api" ? LinkEndpointKind.Api : LinkEndpointKind.Interactive;
            context.SetLinkErrors(kind);
            throw new NotFoundException { PublicMessage = "There is no such code." };
        }

        return new LinkError(definition)
        {
            Message = query["message"].ToString(),
            Scopes = query["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries),
            RetryAfter = ReadRetryAfter(query["retry_after"].ToString()),
        };
    }

    private static TimeSpan? ReadRetryAfter(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return uint.TryParse(text, CultureInfo.InvariantCulture, out uint seconds)
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidRequestException { PublicMessage = "The parameter retry_after is not a number of seconds." };
    }
}
