using LinkErrors.Dialects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Client.Tests.Handler;

/// <summary>A mistake in the options shows when a client is made, not when its peer errs.</summary>
public sealed class OptionsTests
{
    private static readonly LinkErrorDefinition Own = new("acme.frozen");

    private static readonly Dictionary<string, (Action<LinkErrorReaderOptions> Configure, string[] Says)> Mistakes = new(StringComparer.Ordinal)
    {
        ["typing error"] = (reader => reader.Codes["link_gone"] = "token_expird", ["Codes[\"link_gone\"]", "'token_expird'", "no code of the catalog", "LinkErrorCodes", "Catalog"]),
        ["definition that the catalog lacks"] = (reader => reader.Codes["x"] = Own.Code, ["Codes[\"x\"]", "'acme.frozen'"]),
        ["no code at all"] = (reader => reader.Codes["x"] = "two words", ["Codes[\"x\"]", "'two words'"]),
        ["null"] = (reader => reader.Codes["x"] = null!, ["Codes[\"x\"]", "is null"]),
        ["empty key"] = (reader => reader.Codes[""] = LinkErrorCodes.Conflict, ["Codes[\"\"]", "empty"]),
        ["no dialect"] = (reader => reader.CustomDialects.Add(null!), ["CustomDialects[0] is null", "Remove"]),
        ["no catalog"] = (reader => reader.Catalog = null!, ["Catalog is null", "LinkErrorCatalog.Default"]),
        ["no clock"] = (reader => reader.TimeProvider = null!, ["TimeProvider is null", "TimeProvider.System"]),
        ["issuer that is compared with none"] = (reader => reader.RequireIssuer = true, ["RequireIssuer", "ExpectedIssuer"]),
        ["nothing to read"] = (reader => reader.MaxLength = 0, ["MaxLength", "0", "at least 1"]),
        ["too deep"] = (reader => reader.MaxDepth = 1001, ["MaxDepth", "1001", "1 to 1,000"]),
        ["flat"] = (reader => reader.MaxDepth = 0, ["MaxDepth", "0", "1 to 1,000"]),
    };

    public static TheoryData<string> Names { get; } = [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Client_WithAMistakeInItsOptions_IsNotMade(string name)
    {
        (Action<LinkErrorReaderOptions> configure, string[] says) = Mistakes[name];
        ServiceCollection services = new();
        services.AddHttpClient("sound").AddLinkErrors();
        services.AddHttpClient("peer").AddLinkErrors(options => configure(options.Reader));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory clients = provider.GetRequiredService<IHttpClientFactory>();

        FluentActions.Invoking(() => clients.CreateClient("peer")).Should().Throw<Exception>().Which.Message.Should().ContainAll(says);

        FluentActions.Invoking(() => clients.CreateClient("sound")).Should().NotThrow("its options are its own");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reader_WithAMistakeInItsOptions_IsNotMade(string name)
    {
        (Action<LinkErrorReaderOptions> configure, string[] says) = Mistakes[name];

        FluentActions.Invoking(() =>
        {
            LinkErrorReaderOptions options = new();
            configure(options);
            return new LinkErrorReader(options);
        }).Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(says);
    }

    [Fact]
    public async Task Mistake_InWhatAllClientsShare_NamesTheClient()
    {
        ServiceCollection services = new();
        services.ConfigureHttpClientDefaults(builder => builder.AddLinkErrors(options => options.Reader.Codes["x"] = "y"));
        services.AddHttpClient("peer").AddLinkErrors(options => options.Reader.CustomDialects.Add(null!));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory clients = provider.GetRequiredService<IHttpClientFactory>();

        FluentActions.Invoking(() => clients.CreateClient("peer")).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().SatisfyRespectively(
                first => first.Should().StartWith("AddLinkErrors of the HttpClient 'peer': Reader.Codes[\"x\"]"),
                second => second.Should().StartWith("AddLinkErrors of the HttpClient 'peer': Reader.CustomDialects[0]"));
    }

    [Fact]
    public async Task Codes_OfTheClientsOwnCatalog_AreSound()
    {
        ServiceCollection services = new();
        services.AddHttpClient("peer").AddLinkErrors(options =>
        {
            options.Reader.Codes["x"] = Own.Code;
            options.Reader.Catalog = LinkErrorCatalog.Default.Add(Own);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("peer")).Should().NotThrow();
    }
}
