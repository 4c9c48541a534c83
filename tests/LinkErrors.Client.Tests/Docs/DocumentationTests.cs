using System.Net;
using LinkErrors.Client.Tests.Handler;
using LinkErrors.Dialects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace LinkErrors.Client.Tests.Docs;

/// <summary>What the page shows is what compiles and runs.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("Docs/HealthClient.cs")]
    [InlineData("Docs/AcmeHealth.cs")]
    [InlineData("Handler/RetryHandler.cs")]
    public void Page_ShowsCode_ThatIsBuilt(string source)
    {
        string code = File.ReadAllText(Path.Combine(Checkout.Root, "tests", "LinkErrors.Client.Tests", source));

        File.ReadAllText(Path.Combine(Checkout.Root, "docs", "client.md")).Should().Contain(code[code.IndexOf("public s", StringComparison.Ordinal)..].Trim());
    }

    [Theory]
    [InlineData(400, """{"errors":[{"code":"invalid","field":"code"}]}""", "invalid_grant")]
    [InlineData(400, """{"error":190}""", "invalid_token")]
    [InlineData(200, """{"status":17,"error":"invalid_scope"}""", "invalid_scope")]
    [InlineData(200, """{"status":0,"error":"invalid_scope"}""", null)]
    public void Statement_OfThePage_ReadsAsItSays(int status, string body, string? code)
    {
        LinkErrorReaderOptions options = new() { Dialect = AcmeHealth.Dialect };

        LinkError? error = new LinkErrorReader(options).ReadResponse(status, headers: null, body).Error;

        (error?.Code).Should().Be(code);
    }

    [Theory]
    [InlineData("""{"state":"error","error_type":"token_expired","error":"x"}""", "ask for a new link")]
    [InlineData("""{"state":"error","error_type":"provider_api_error","error":"x"}""", "try again in 00:00:05")]
    [InlineData("""{"state":"success"}""", "linked")]
    public async Task Client_OfThePage_AnswersAsItSays(string body, string expected)
    {
        ServiceCollection services = new();
        HealthClient.Register(services, new Uri("https://peer.example/"));
        services.Configure<HttpClientFactoryOptions>(nameof(HealthClient), options => options.HttpMessageHandlerBuilderActions.Add(
            builder => builder.PrimaryHandler = new StubPeer(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) })));
        await using ServiceProvider provider = services.BuildServiceProvider();

        (await provider.GetRequiredService<HealthClient>().LinkAsync("t")).Should().Be(expected);
    }
}
