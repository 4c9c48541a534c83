using System.Globalization;
using LinkErrors.Model;

namespace LinkErrors.Dialects;

/// <summary>
/// How the errors of one system are read. Derive from it for a peer whose errors this process never writes, and from
/// <see cref="LinkErrorDialect"/> for a format that it writes.
/// </summary>
public abstract class LinkErrorDialectReader
{
    /// <summary>The name by which the dialect is chosen and known, for example <c>junction</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Reads the parameters of a callback: a query, a fragment or a form.</summary>
    /// <param name="parameters">The parameters of a callback.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <returns>The error; null when the parameters carry none of this dialect, which is the default.</returns>
    public virtual LinkError? ReadParameters(LinkErrorParameters parameters, LinkErrorCatalog catalog) => null;

    /// <summary>Reads a response: its status, its headers and the JSON of its body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <returns>The error; null when the response carries none of this dialect, which is the default.</returns>
    public virtual LinkError? ReadResponse(LinkErrorResponse response, LinkErrorCatalog catalog) => null;

    /// <summary>How sure it is that the parameters are of this dialect. Asked only where nobody said which dialect a peer speaks.</summary>
    /// <param name="parameters">The parameters of a callback.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <returns>The default is <see cref="LinkErrorMatch.Possible"/>: whether they can be read decides.</returns>
    public virtual LinkErrorMatch Recognize(LinkErrorParameters parameters, LinkErrorCatalog catalog) => LinkErrorMatch.Possible;

    /// <summary>How sure it is that the response is of this dialect. Asked only where nobody said which dialect a peer speaks.</summary>
    /// <param name="response">The response.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <returns>The default is <see cref="LinkErrorMatch.Possible"/>: whether it can be read decides.</returns>
    public virtual LinkErrorMatch Recognize(LinkErrorResponse response, LinkErrorCatalog catalog) => LinkErrorMatch.Possible;

    /// <summary>Whether a response with this status may carry an error, so that its body is worth a look.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <returns>The default is true for 400 and above.</returns>
    public virtual bool ReadsStatus(int status) => status >= 400;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Makes the error that a reader found.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="canonicalCode">The canonical code, or an alias of it; one that no catalog could hold becomes <c>generic_error</c>.</param>
    /// <param name="wireCode">The peer's own code.</param>
    /// <param name="text">The peer's own text.</param>
    /// <returns>The error, with its origin.</returns>
    protected LinkError CreateError(LinkErrorCatalog catalog, string? canonicalCode, string? wireCode, string? text)
    {
        string code = LinkErrorCodeRule.IsValid(canonicalCode) ? canonicalCode : LinkErrorCodes.GenericError;
        return new LinkError(catalog.FindWord(code) ?? catalog.Resolve(code)) { Message = text, Origin = new LinkErrorOrigin(Name, wireCode, text) };
    }

    /// <summary>Adds what a response says apart from its body: the status and <c>Retry-After</c> in seconds.</summary>
    /// <param name="error">The error that was read from the body; may be null.</param>
    /// <param name="response">The response.</param>
    /// <returns>The completed error; null for null.</returns>
    protected static LinkError? AddResponse(LinkError? error, LinkErrorResponse response)
    {
        if (error is null)
        {
            return null;
        }

        return error with
        {
            StatusCode = response.StatusCode is >= 400 and <= 599 ? response.StatusCode : error.StatusCode,
            RetryAfter = uint.TryParse(response.FindHeader("Retry-After"), CultureInfo.InvariantCulture, out uint seconds)
                ? TimeSpan.FromSeconds(Math.Min(seconds, LinkError.LongestRetryAfter))
                : null,
        };
    }

    /// <summary>The canonical code of a failure of which nothing but the status is known.</summary>
    private protected static string GetCode(int status) => (LinkErrorDefinitions.OfStatus(status) ?? LinkErrorDefinitions.GenericError).Code;
}
