using LinkErrors.Dialects;

namespace LinkErrors.Client;

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
    /// LinkErrorCodes.LinkTokenExpired</c>. They go before the dialect's own table.
    /// </summary>
    /// <value>The default is empty.</value>
    public IDictionary<string, string> Codes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The most that is read of a body, in bytes, and of a callback, in characters. At least 1.</summary>
    /// <value>The default is 65,536.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxLength
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
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
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            field = value;
        }
    } = 32;

    /// <summary>The clock against which a <c>Retry-After</c> date is measured.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
