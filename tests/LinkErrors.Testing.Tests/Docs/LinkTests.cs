using LinkErrors;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Links.Tests;

public sealed class LinkTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    private static readonly WebApplicationFactoryClientOptions NoRedirects = new() { AllowAutoRedirect = false };

    [Fact]
    public async Task Link_WithARefusedPassword_ReturnsToTheClient()
    {
        using HttpClient client = factory.CreateClient(NoRedirects);
        using HttpResponseMessage response = await client.GetAsync("/link/fitbit?client_id=wearables");

        LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response);

        Assert.Equal(LinkErrorDelivery.Redirect, answer.Delivery);
        Assert.Equal("https://example.com/vital/callback", answer.Target);
        Assert.Equal("fitbit did not accept the credentials.", answer.Parameters.Find("error"));
        Assert.IsType<ProviderCredentialException>(answer.Exception);
    }

    [Fact]
    public async Task Link_OfNobody_IsAPage()
    {
        using HttpClient client = factory.CreateClient(NoRedirects);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using HttpResponseMessage response = await client.GetAsync("/link/fitbit");

        LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response);

        Assert.Equal(LinkErrorDelivery.Html, answer.Delivery);
        Assert.Equal(400, answer.StatusCode);
    }

    [Fact]
    public async Task Link_OfAnotherClient_ReturnsThere()
    {
        LinkClient another = new("another", ["https://another.example/callback"], LinkErrorDialectNames.OAuth);
        using HttpClient client = factory
            .WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddTestLinkFlow(another, new LinkFlowRequest { State = "s-1" })))
            .CreateClient(NoRedirects);
        using HttpResponseMessage response = await client.GetAsync("/link/fitbit");

        LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response);

        Assert.Equal("https://another.example/callback", answer.Target);
        Assert.Equal("s-1", answer.Error?.State);
    }

    [Fact]
    public async Task Link_WithARefusedPassword_IsWhatTheServiceThrew()
    {
        List<LinkErrorRespondedContext> answers = [];
        LinkErrorsEvents events = new()
        {
            OnResponded = answer =>
            {
                answers.Add(answer);
                return Task.CompletedTask;
            },
        };
        using HttpClient client = factory
            .WithWebHostBuilder(host => host.ConfigureTestServices(services => services.Configure<LinkErrorsOptions>(options => options.Events = events)))
            .CreateClient(NoRedirects);
        using HttpResponseMessage response = await client.GetAsync("/link/fitbit");

        Assert.Equal("fitbit", Assert.IsType<ProviderCredentialException>(Assert.Single(answers).Exception).Provider);
    }

    [Fact]
    public async Task Link_InDevelopment_SaysWhatWasThrown()
    {
        using HttpClient client = factory.WithWebHostBuilder(host => host.UseEnvironment("Development")).CreateClient(NoRedirects);
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        using HttpResponseMessage response = await client.GetAsync("/link/fitbit");

        Assert.Contains("\"debug\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
