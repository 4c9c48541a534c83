using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace LinkErrors.Providers.Tests;

/// <summary>The page is what the statements say.</summary>
public sealed class DocumentationTests
{
    private const string Update = "UPDATE_PROVIDERS_PAGE";

    [Fact]
    public void Page_OfTheProviders_IsWhatTheStatementsSay()
    {
        string file = Path.Combine(Checkout.Root, "docs", "providers.md");
        string page = ProvidersPage.Write(ProviderShapes.All);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(file, page);
        }

        File.ReadAllText(file).ReplaceLineEndings("\n").Should().Be(
            page, $"docs/providers.md is made from the statements and their recorded shapes. If the change is meant, run the test with {Update}=1 and check in the file");
    }

    [Fact]
    public void Page_OfTheClient_ShowsTheStatementsThatAreBuilt()
    {
        string code = File.ReadAllText(Path.Combine(Checkout.Root, "tests", "LinkErrors.Providers.Tests", "LinkedProviders.cs"));

        File.ReadAllText(Path.Combine(Checkout.Root, "docs", "client.md")).ReplaceLineEndings("\n")
            .Should().Contain(code[code.IndexOf("public s", StringComparison.Ordinal)..].ReplaceLineEndings("\n").Trim());
    }

    [Theory]
    [InlineData("facebook", 400, """{"error":{"message":"x","code":190,"error_subcode":460,"error_user_msg":"Please sign in again."}}""", "invalid_token", "Please sign in again.")]
    [InlineData("fitbit", 401, """{"errors":[{"errorType":"expired_token","message":"x"}],"success":false}""", "invalid_token", "expired_token")]
    [InlineData("slack", 200, """{"ok":false,"error":"missing_scope","needed":"users:read"}""", "insufficient_scope", "users:read")]
    [InlineData("plaid", 400, """{"error_type":"INVALID_REQUEST","error_code":"INVALID_FIELD","error_message":"x"}""", "invalid_request", "INVALID_FIELD")]
    [InlineData("entra", 400, """{"error":"invalid_grant","error_description":"x","correlation_id":"0-2"}""", "invalid_grant", "0-2")]
    public async Task Statement_OfThePage_ReadsItsProvider(string provider, int status, string body, string code, string explanation)
    {
        ServiceCollection services = new();
        LinkedProviders.Register(services);
        services.Configure<HttpClientFactoryOptions>(provider, options => options.HttpMessageHandlerBuilderActions.Add(
            builder => builder.PrimaryHandler = new FixedPeer(status, body)));
        await using ServiceProvider built = services.BuildServiceProvider();
        HttpClient client = built.GetRequiredService<IHttpClientFactory>().CreateClient(provider);

        LinkException caught = (await FluentActions.Awaiting(() => client.GetAsync(new Uri("https://provider.example/"))).Should().ThrowAsync<LinkException>()).Which;

        caught.Error.Code.Should().Be(code);
        LinkedProviders.Explain(caught).Should().Be(explanation);
    }
}
