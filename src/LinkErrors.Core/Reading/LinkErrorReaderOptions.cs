using LinkErrors.Reading;

namespace LinkErrors.Dialects;

/// <summary>How a <see cref="LinkErrorReader"/> reads. Change it before the first reading, not during one.</summary>
public sealed class LinkErrorReaderOptions
{
    /// <summary>The dialect that the peer speaks; null to recognise it, as <see cref="LinkErrorRecognition"/> does.</summary>
    /// <value>The default is null.</value>
    public LinkErrorDialectReader? Dialect { get; set; }

    /// <summary>Dialects of your own. Where the dialect is recognised, they are tried in order before those of the library.</summary>
    /// <value>The default is empty.</value>
    public IList<LinkErrorDialectReader> CustomDialects { get; } = [];

    /// <summary>The catalog that gives codes their definitions and typed exceptions.</summary>
    /// <value>The default is <see cref="LinkErrorCatalog.Default"/>.</value>
    public LinkErrorCatalog Catalog { get; set; } = LinkErrorCatalog.Default;

    /// <summary>
    /// The peer's own codes, letter for letter, and the canonical codes that they mean: <c>Codes["ERR_042"] =
    /// LinkErrorCodes.LinkTokenExpired</c>, each a code of <see cref="Catalog"/>; of a problem also its type: <c>Codes["https://example.com/probs/out-of-credit"]</c>. They
    /// go before the dialect's own table.
    /// </summary>
    /// <value>The default is empty.</value>
    public IDictionary<string, string> Codes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// A last word about each error, after every table: <c>(error, response) => error with { ... }</c>. The response is null for a callback.
    /// </summary>
    /// <value>The default is null: nothing changes.</value>
    public Func<LinkError, LinkErrorResponse?, LinkError>? Adjust { get; set; }

    /// <summary>The most that is read of a body, in bytes, and of a callback, in characters. At least 1.</summary>
    /// <value>The default is 65,536.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxLength
    {
        get;
        set
        {
            if (value < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "MaxLength is at least 1: it is the most that is read, in bytes. Leave it 65,536 where nothing speaks against it.");
            }

            field = value;
        }
    } = 64 * 1024;

    /// <summary>How deeply the JSON of a body may be nested, 1 to 1,000.</summary>
    /// <value>The default is 32.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than 1,000.</exception>
    public int MaxDepth
    {
        get;
        set
        {
            if (value is < 1 or > 1000)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "MaxDepth is 1 to 1,000: it is how deeply JSON may be nested. Leave it 32 where nothing speaks against it.");
            }

            field = value;
        }
    } = 32;

    /// <summary>
    /// The issuer of the authorization server that callbacks come from, as its metadata has it (RFC 9207). A callback with another
    /// <c>iss</c>, error or success, is unreadable as <see cref="LinkErrorUnreadable.WrongIssuer"/> and must not be acted on.
    /// Compared letter for letter. Null to compare nothing.
    /// </summary>
    /// <value>The default is null.</value>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public string? ExpectedIssuer
    {
        get;
        set
        {
            if (value is "")
            {
                throw new ArgumentException("ExpectedIssuer is empty: give the issuer of the server's metadata, such as 'https://as.example.org', or null.", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>
    /// Whether a callback without <c>iss</c> is refused too: true for a server whose metadata has
    /// <c>authorization_response_iss_parameter_supported</c> (RFC 9207 §3). It needs <see cref="ExpectedIssuer"/>.
    /// </summary>
    /// <value>The default is false.</value>
    public bool RequireIssuer { get; set; }

    /// <summary>The clock against which a <c>Retry-After</c> date is measured.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>What is wrong with the options: what could not be read with them would otherwise show when a peer errs.</summary>
    /// <returns>The mistakes, each with the option, its value, the rule and the way out; empty when there are none.</returns>
    public IReadOnlyList<string> FindMistakes() => [.. ReaderOptionsCheck.FindMistakes(this)];
}
