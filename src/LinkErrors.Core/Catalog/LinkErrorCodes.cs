namespace LinkErrors;

/// <summary>
/// The canonical codes of the catalog, as constants. The names are those of the standards and of the systems that
/// coined them; a dialect translates them to what its system puts on the wire.
/// </summary>
public static partial class LinkErrorCodes;
