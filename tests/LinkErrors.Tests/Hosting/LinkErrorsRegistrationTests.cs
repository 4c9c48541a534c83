using System.Net;
using System.Text.Json;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Hosting;

/// <summary>AddLinkErrors, UseLinkErrors and what an application adds of its own.</summary>
public sealed class LinkErrorsRegistrationTests
{
    [Fact]
    public void AddLinkErrors_CalledAgain_AddsNoService()
    {
        ServiceCollection once = [];
        ServiceCollection twice = [];

        once.AddLinkErrors();
        twice.AddLinkErrors();
        twice.AddLinkErrors();

        twice.Should().HaveSameCount(once);
    }

    /// <summary>A section that is bound twice doubles every list in it.</summary>
    [Fact]
    public void AddLinkErrors_CalledAgain_BindsTheClientsOnce()
    {
        using IHost host = Build(
            [("Clients:web:RedirectUris:0", "https://client.example/cb"), ("Clients:web:RedirectUris:1", "https://client.example/other")],
            services =>
            {
                services.AddLinkErrors();
                services.AddLinkErrors();
                services.AddLinkErrors(_ => { });
            });

        LinkErrorsOptions options = host.Services.GetRequiredService<IOptions<LinkErrorsOptions>>().Value;

        options.Clients.Should().ContainSingle().Which.Value.RedirectUris.Should().Equal("https://client.example/cb", "https://client.example/other");
    }

    [Fact]
    public async Task AddLinkErrors_CalledAgain_AnswersAndLogsOnce()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw new LinkTokenExpiredException());
            },
            services: builder => builder.Services.AddLinkErrors());

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        app.Log.Own.Should().ContainSingle();
    }

    [Fact]
    public void AddLinkErrors_WithAnAction_SetsOptionsOnTopOfTheConfiguration()
    {
        using IHost host = Build(
            [("Dialect", "zapier"), ("Realm", "configured"), ("Clients:web:RedirectUris:0", "https://client.example/cb")],
            services => services
                .AddLinkErrors(options =>
                {
                    options.Dialect = "junction";
                    options.Clients["web"].RedirectUris.Add("https://client.example/code");
                })
                .Services.AddLinkErrors(options => options.CatchAll = true));

        LinkErrorsOptions options = host.Services.GetRequiredService<IOptions<LinkErrorsOptions>>().Value;

        options.Dialect.Should().Be("junction");
        options.Realm.Should().Be("configured");
        options.CatchAll.Should().BeTrue("every action counts");
        options.Clients["web"].RedirectUris.Should().Equal("https://client.example/cb", "https://client.example/code");
    }

    [Fact]
    public async Task AddLinkErrors_WithoutASection_StartsWithDefaults()
    {
        using IHost host = Build([], services => services.AddLinkErrors());

        await host.StartAsync();
        await host.StopAsync();

        host.Services.GetRequiredService<IOptions<LinkErrorsOptions>>().Value.Should().BeEquivalentTo(new LinkErrorsOptions());
    }

    [Fact]
    public void AddLinkErrors_WithNull_IsRefused()
    {
        ServiceCollection services = [];

        services.Invoking(_ => ((IServiceCollection)null!).AddLinkErrors()).Should().Throw<ArgumentNullException>().WithParameterName("services");
        services.Invoking(target => target.AddLinkErrors(null!)).Should().Throw<ArgumentNullException>().WithParameterName("configure");
        services.AddLinkErrors().Invoking(builder => builder.AddDialect(null!)).Should().Throw<ArgumentNullException>().WithParameterName("dialect");
        services.AddLinkErrors().Invoking(builder => builder.AddError(null!)).Should().Throw<ArgumentNullException>().WithParameterName("definition");
    }

    [Fact]
    public void AddLinkErrors_AfterAClientStoreOfTheApplication_LeavesItInPlace()
    {
        StubClientStore store = new(_ => default);
        using IHost host = Build([], services => services.AddSingleton<ILinkClientStore>(store).AddLinkErrors());

        host.Services.GetRequiredService<ILinkClientStore>().Should().BeSameAs(store);
    }

    [Fact]
    public void UseLinkErrors_WithoutAddLinkErrors_SaysWhatToCall()
    {
        using IHost host = Build([], _ => { });
        ApplicationBuilder app = new(host.Services);

        app.Invoking(target => target.UseLinkErrors()).Should().Throw<InvalidOperationException>()
            .WithMessage("*UseLinkErrors*'builder.Services.AddLinkErrors()' before 'builder.Build()'*");
    }

    [Fact]
    public async Task Result_WithoutAddLinkErrors_SaysWhatToCall()
    {
        using IHost host = Build([], _ => { });
        Microsoft.AspNetCore.Http.DefaultHttpContext context = new() { RequestServices = host.Services };

        Func<Task> act = () => TypedResults.LinkError(LinkErrorDefinitions.Conflict).ExecuteAsync(context);

        (await act.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*'builder.Services.AddLinkErrors()' before 'builder.Build()'*");
    }

    [Theory]
    [InlineData("Dialect")]
    [InlineData("Clients:web:Dialect")]
    public async Task AddDialect_OfTheApplication_CanBeChosenByConfiguration(string key)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw new LinkTokenExpiredException());
            },
            LabSettings.WithClient((key, "acme-stub")),
            builder => builder.Services.AddLinkErrors().AddDialect(new StubDialect("acme-stub")));

        using HttpResponseMessage response = await app.Client.GetAsync("/" + LabSettings.Flow);

        response.GetLocation().Should().Be("https://client.example/cb?stub=link_token_expired");
    }

    [Theory]
    [InlineData("oauth")]
    [InlineData("OAuth")]
    [InlineData("acme-stub")]
    public async Task AddDialect_WithANameThatIsTaken_StopsTheStart(string name)
    {
        using IHost host = Build(
            [], services => services.AddLinkErrors().AddDialect(new StubDialect("acme-stub")).AddDialect(new StubDialect(name)));

        (await host.Invoking(target => target.StartAsync()).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage($"*'{name}'*{nameof(StubDialect)}*unique*");
    }

    [Fact]
    public async Task AddError_OfTheApplication_IsInTheCatalogAndItsPage()
    {
        await using TestApp app = await TestApp.StartAsync(
            app => app.MapLinkErrorCatalog(),
            services: builder => builder.Services.AddLinkErrors()
                .AddError(new LinkErrorDefinition("device_offline") { Title = "Device offline", StatusCode = 409 })
                .AddError(new LinkErrorDefinition("device_lost")));
        using HttpRequestMessage request = new(HttpMethod.Get, "/errors");
        request.Headers.Add("Accept", "application/json");

        using HttpResponseMessage response = await app.Client.SendAsync(request);
        JsonElement json = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        json.EnumerateArray().Select(entry => entry.GetProperty("code").GetString())
            .Should().HaveCount(LinkErrorCatalog.Default.Count + 2).And.Contain(["device_offline", "device_lost"]).And.OnlyHaveUniqueItems();
        app.Services.GetRequiredService<LinkErrorCatalog>().TryFind("device_offline", out _).Should().BeTrue();
        LinkErrorCatalog.Default.TryFind("device_offline", out _).Should().BeFalse("the shared catalog stays as it is");
    }

    [Fact]
    public void AddError_WithACodeThatIsTaken_IsRefused()
    {
        using IHost host = Build([], services => services.AddLinkErrors().AddError(new LinkErrorDefinition("access_denied")));

        host.Services.Invoking(services => services.GetRequiredService<LinkErrorCatalog>()).Should().Throw<ArgumentException>().WithMessage("*'access_denied'*");
    }

    private static IHost Build((string Key, string? Value)[] settings, Action<IServiceCollection> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("LinkErrors:" + setting.Key, setting.Value)));
        configure(builder.Services);
        return builder.Build();
    }
}
