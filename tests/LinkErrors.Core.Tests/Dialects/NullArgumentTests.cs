using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>What the documentation promises of arguments that are missing.</summary>
public sealed class NullArgumentTests
{
    private static readonly LinkErrorReader Reader = new();

    private static readonly Dictionary<string, Action> Calls = new(StringComparer.Ordinal)
    {
        ["ReadCallback url"] = () => Reader.ReadCallback(null!),
        ["ReadParameters encoded"] = () => Reader.ReadParameters(null!),
        ["ReadParameters query"] = () => Reader.ReadParameters(null!, ""),
        ["ReadParameters other"] = () => Reader.ReadParameters("", null!),
        ["Recognition parameters"] = () => LinkErrorRecognition.ReadParameters(null!, LinkErrorCatalog.Default),
        ["Recognition.Parameters catalog"] = () => LinkErrorRecognition.ReadParameters([], null!),
        ["Recognition response"] = () => LinkErrorRecognition.ReadResponse(null!, LinkErrorCatalog.Default),
        ["Recognition.Response catalog"] = () => LinkErrorRecognition.ReadResponse(new LinkErrorResponse(400), null!),
        ["Reading.Of error"] = () => LinkErrorReading.Of(null!),
        ["Reading.None reason"] = () => LinkErrorReading.None(LinkErrorUnreadable.NoError, null!),
        ["Parameter name"] = () => _ = new LinkErrorParameter(null!, ""),
        ["Parameter value"] = () => _ = new LinkErrorParameter("a", null!),
        ["DebugDetails exception"] = () => _ = new LinkErrorDebugDetails(null!, []),
        ["DebugDetails traceback"] = () => _ = new LinkErrorDebugDetails("", null!),
        ["WireCodeTable rows"] = () => _ = new WireCodeTable(null!),
        ["JsonLinkErrorDialect name"] = () => _ = new JsonLinkErrorDialect(null!),
        ["JsonLinkErrorDialect.Code paths"] = () => _ = new JsonLinkErrorDialect("a") { Code = null! },
        ["JsonLinkErrorDialect.Code path"] = () => _ = new JsonLinkErrorDialect("a") { Code = [null!] },
        ["FindText path"] = () => new LinkErrorResponse(400).FindText(null!),
        ["Codes code"] = () => _ = new JsonLinkErrorDialect("a") { Codes = { [null!] = LinkErrorCodes.Conflict } },
        ["Codes subCode"] = () => _ = new JsonLinkErrorDialect("a") { Codes = { ["b", null!] = LinkErrorCodes.Conflict } },
        ["Origin dialect"] = () => _ = new LinkErrorOrigin(null!, "a", "b"),
        ["Origin.Find path"] = () => new LinkErrorOrigin("a", "b", "c").Find(null!),
        ["Error.Scopes value"] = () => _ = Wire.Error("conflict") with { Scopes = null! },
        ["Missing fields values"] = () => _ = new Exceptions.MissingFieldsException { Fields = null! },
    };

    public static TheoryData<string> Names { get; } = [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Argument_ThatIsNull_IsRefusedByName(string name) =>
        FluentActions.Invoking(Calls[name]).Should().Throw<ArgumentNullException>().WithParameterName(name.Split(' ')[^1]);

    [Fact]
    public void Argument_ThatIsEmpty_IsRefusedByName()
    {
        FluentActions.Invoking(() => LinkErrorReading.None(LinkErrorUnreadable.NoError, "")).Should().Throw<ArgumentException>().WithParameterName("reason");
        FluentActions.Invoking(() => new JsonLinkErrorDialect(" ")).Should().Throw<ArgumentException>().WithParameterName("name");
        FluentActions.Invoking(() => new LinkErrorOrigin("a", "b", "c").Find("")).Should().Throw<ArgumentException>().WithParameterName("path");
        FluentActions.Invoking(() => new JsonLinkErrorDialect("a") { Codes = { [""] = LinkErrorCodes.Conflict } }).Should().Throw<ArgumentException>().WithParameterName("code");
        FluentActions.Invoking(() => new JsonLinkErrorDialect("a") { Codes = { ["b", ""] = LinkErrorCodes.Conflict } }).Should().Throw<ArgumentException>().WithParameterName("subCode");
    }
}
