using System.Text.Json;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// The one place that decides in which dialect a peer speaks when nobody said so. The names that are there decide, in a
/// fixed order, the most telling first; <c>docs/client.md</c> lists it.
/// </summary>
public static class LinkErrorRecognition
{
    /// <summary>The names that dialects of the library read. One of them twice makes a message ambiguous (RFC 6749 §3.1).</summary>
    private static readonly string[] Names =
        ["error", "error_type", "error_description", "error_message", "error_uri", "state", "code", "title", "message", "errorCode", "type", "detail", "status"];

    /// <summary>Reads the parameters of a callback: a query, a fragment or a form.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <param name="dialect">The dialect that the peer speaks; null to recognise it.</param>
    /// <param name="custom">Dialects of the application's own, tried in order before those of the library.</param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parameters"/> or <paramref name="catalog"/> is null.</exception>
    public static LinkErrorReading ReadParameters(
        LinkErrorParameters parameters, LinkErrorCatalog catalog, LinkErrorDialect? dialect = null, IEnumerable<LinkErrorDialect>? custom = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(catalog);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (LinkErrorParameter parameter in parameters)
        {
            if (parameter.Value.Length > 0 && !seen.Add(parameter.Name) && Names.Contains(parameter.Name, StringComparer.Ordinal))
            {
                return LinkErrorReading.None(LinkErrorUnreadable.Ambiguous, $"The parameter {parameter.Name} is there more than once.");
            }
        }

        return Result(
            dialect is not null
                ? dialect.ReadParameters(parameters, catalog)
                : First(custom, own => own.ReadParameters(parameters, catalog)) ?? Recognize(parameters, catalog).ReadParameters(parameters, catalog),
            dialect,
            "The parameters carry no error");
    }

    /// <summary>Reads a response whose body, if any, is parsed.</summary>
    /// <param name="response">The response.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <param name="dialect">The dialect that the peer speaks; null to recognise it.</param>
    /// <param name="custom">Dialects of the application's own, tried in order before those of the library.</param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> or <paramref name="catalog"/> is null.</exception>
    public static LinkErrorReading ReadResponse(
        LinkErrorResponse response, LinkErrorCatalog catalog, LinkErrorDialect? dialect = null, IEnumerable<LinkErrorDialect>? custom = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(catalog);
        if (response.Body is { ValueKind: JsonValueKind.Object } body)
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (string name in body.EnumerateObject().Select(member => member.Name))
            {
                if (!seen.Add(name) && Names.Contains(name, StringComparer.Ordinal))
                {
                    return LinkErrorReading.None(LinkErrorUnreadable.Ambiguous, $"The member {name} is in the JSON object more than once.");
                }
            }
        }

        return Result(
            dialect is not null
                ? dialect.ReadResponse(response, catalog)
                : First(custom, own => own.ReadResponse(response, catalog)) ?? Recognize(response, catalog).ReadResponse(response, catalog),
            dialect,
            "The response carries no error");
    }

    /// <summary>Five dialects name the error <c>error</c>. CentralAuth shows by its camelCase; the rest is read alike.</summary>
    private static LinkErrorDialect Recognize(LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        parameters.Find("state") == "error" && Has(parameters, "error_type") ? LinkErrorDialects.Junction
        : Has(parameters, "error") ? Knows(LinkErrorDialects.CentralAuth, parameters, catalog) ?? OfErrorAndDescription(parameters, catalog)
        : Has(parameters, "code") && (Has(parameters, "title") || Has(parameters, "message")) ? LinkErrorDialects.OrcidLink
        : LinkErrorDialects.CentralAuth;

    /// <summary>A parameter without a value counts as absent (RFC 6749 §3.1).</summary>
    private static bool Has(LinkErrorParameters parameters, string name) => parameters.Find(name) is { Length: > 0 };

    private static LinkErrorDialect Recognize(LinkErrorResponse response, LinkErrorCatalog catalog)
    {
        bool isProblem = response.GetHeader("Content-Type").Any(value => value.StartsWith("application/problem+json", StringComparison.OrdinalIgnoreCase));
        string? error = response.GetText("error");
        return isProblem ? (response.GetText("code") is null && HasChallengeWithError(response) ? LinkErrorDialects.OAuth : LinkErrorDialects.ProblemDetails)
            : response.GetText("state") == "error" && (response.GetText("error_type") ?? error) is not null ? LinkErrorDialects.Junction
            : response.StatusCode >= 400 && response.GetText("errorCode") is not null ? LinkErrorDialects.CentralAuth
            : error is not null ? OfErrorAndDescription(ToParameters(error, response.GetText("error_description")), catalog)
            : HasChallengeWithError(response) ? LinkErrorDialects.OAuth
            : IsProblem(response) ? LinkErrorDialects.ProblemDetails
            : response.StatusCode >= 400 && response.GetText("code") is not null && (response.GetText("title") ?? response.GetText("message")) is not null ? LinkErrorDialects.OrcidLink
            : response.StatusCode >= 400 && response.GetText("message") is not null ? LinkErrorDialects.CentralAuth
            : LinkErrorDialects.OAuth;
    }

    /// <summary>RFC 9457 §3.1: every member is optional, so a problem shows by two of them, or by detail, which is nobody else's.</summary>
    private static bool IsProblem(LinkErrorResponse response) =>
        response.StatusCode >= 400
        && (response.GetText("detail") is not null
            || (response.GetText("title") is not null && (response.GetText("type") ?? response.GetMember("status")?.GetRawText()) is not null));

    /// <summary>RFC 6750 §3: a challenge names the error for the client, where a body without a code of its own only tells a user.</summary>
    private static bool HasChallengeWithError(LinkErrorResponse response) => response.Challenges.Any(challenge => challenge.Parameters.ContainsKey("error"));

    /// <summary>Zapier shows by its fixed descriptions; what is left is read alike by all, and is called <c>oauth</c>.</summary>
    private static LinkErrorDialect OfErrorAndDescription(LinkErrorParameters pair, LinkErrorCatalog catalog) =>
        Knows(LinkErrorDialects.Zapier, pair, catalog) ?? LinkErrorDialects.OAuth;

    /// <summary>The dialect, when its own table knows the code better than letter for letter.</summary>
    private static LinkErrorDialect? Knows(LinkErrorDialect dialect, LinkErrorParameters parameters, LinkErrorCatalog catalog) =>
        dialect.ReadParameters(parameters, catalog) is { Origin.WireCode: { } wireCode } read
        && read.Code != wireCode && LinkErrorCodeRule.IsValid(wireCode) && catalog.TryFind(read.Code, out _)
            ? dialect
            : null;

    private static LinkErrorParameters ToParameters(string error, string? description)
    {
        LinkErrorParameters pair = [];
        pair.Add("error", error);
        pair.Add("error_description", description);
        return pair;
    }

    private static LinkError? First(IEnumerable<LinkErrorDialect>? dialects, Func<LinkErrorDialect, LinkError?> read)
    {
        foreach (LinkErrorDialect dialect in dialects ?? [])
        {
            if (read(dialect) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static LinkErrorReading Result(LinkError? error, LinkErrorDialect? dialect, string reason) =>
        error is not null ? LinkErrorReading.Of(error)
        : LinkErrorReading.None(LinkErrorUnreadable.NoError, dialect is null ? $"{reason} of a dialect that is known." : $"{reason} of the dialect {dialect.Name}.");
}
