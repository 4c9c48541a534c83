using LinkErrors.Dialects;

namespace LinkErrors.Tests.Shared;

/// <summary>Options with which nothing could be read, and what a message says of each.</summary>
public static class ReaderMistakes
{
    public static readonly LinkErrorDefinition Own = new("acme.frozen");

    public static IReadOnlyDictionary<string, (Action<LinkErrorReaderOptions> Configure, string[] Says)> All { get; } =
        new Dictionary<string, (Action<LinkErrorReaderOptions> Configure, string[] Says)>(StringComparer.Ordinal)
        {
            ["typing error"] = (reader => reader.Codes["link_gone"] = "token_expird", ["Codes[\"link_gone\"]", "'token_expird'", "no code of the catalog", "LinkErrorCodes", "or set Catalog to the catalog"]),
            ["definition that the catalog lacks"] = (reader => reader.Codes["x"] = Own.Code, ["Codes[\"x\"]", "'acme.frozen'"]),
            ["no code at all"] = (reader => reader.Codes["x"] = "two words", ["Codes[\"x\"]", "'two words'"]),
            ["null"] = (reader => reader.Codes["x"] = null!, ["Codes[\"x\"]", "is null"]),
            ["empty key"] = (reader => reader.Codes[""] = LinkErrorCodes.Conflict, ["Codes[\"\"]", "empty"]),
            ["no dialect"] = (reader => reader.CustomDialects.Add(null!), ["CustomDialects[0] is null", "Remove"]),
            ["no catalog"] = (reader => reader.Catalog = null!, ["Catalog is null", "LinkErrorCatalog.Default"]),
            ["no clock"] = (reader => reader.TimeProvider = null!, ["TimeProvider is null", "TimeProvider.System"]),
            ["issuer that is compared with none"] = (reader => reader.RequireIssuer = true, ["RequireIssuer is true", "Set ExpectedIssuer", "or RequireIssuer to false"]),
            ["nothing to read"] = (reader => reader.MaxLength = 0, ["MaxLength", "0", "at least 1"]),
            ["too deep"] = (reader => reader.MaxDepth = 1001, ["MaxDepth", "1001", "1 to 1,000"]),
            ["flat"] = (reader => reader.MaxDepth = 0, ["MaxDepth", "0", "1 to 1,000"]),
        };

    public static TheoryData<string> Names { get; } = [.. All.Keys];
}
