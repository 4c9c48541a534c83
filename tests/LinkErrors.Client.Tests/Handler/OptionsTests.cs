using LinkErrors.Dialects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Client.Tests.Handler;

/// <summary>A mistake in the options shows when a client is made, not when its peer errs.</summary>
public sealed class OptionsTests
{
    [Theory]
    [MemberData(nameof(ReaderMistakes.Names), MemberType = typeof(ReaderMistakes))]
    public async Task Client_WithAMistakeInItsOptions_IsNotMade(string name)
    {
        (Action<LinkErrorReaderOptions> configure, string[] says) = ReaderMistakes.All[name];
        ServiceCollection services = new();
        services.AddHttpClient("sound").AddLinkErrors();
        services.AddHttpClient("peer").AddLinkErrors(options => configure(options.Reader));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory clients = provider.GetRequiredService<IHttpClientFactory>();

        FluentActions.Invoking(() => clients.CreateClient("peer")).Should().Throw<Exception>().Which.Message.Should().ContainAll(says);

        FluentActions.Invoking(() => clients.CreateClient("sound")).Should().NotThrow("its options are its own");
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
            options.Reader.Codes["x"] = ReaderMistakes.Own.Code;
            options.Reader.Catalog = LinkErrorCatalog.Default.Add(ReaderMistakes.Own);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("peer")).Should().NotThrow();
    }
}
