using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Applications;

/// <summary>An application that runs, with the library or without it, and its proxy when it has one.</summary>
internal sealed class HostedApplication : IAsyncDisposable
{
    private readonly HostApplication _application;
    private readonly TestApp _app;
    private readonly TestApp? _proxy;

    private HostedApplication(HostApplication application, TestApp app, TestApp? proxy)
    {
        _application = application;
        _app = app;
        _proxy = proxy;
    }

    public LogRecorder Log => _app.Log;

    public ClientWatch Watch => _app.Services.GetRequiredService<ClientWatch>();

    public static async Task<HostedApplication> StartAsync(HostApplication application, bool withLibrary)
    {
        TestApp app = await TestApp.StartAsync(app => Build(app, application, withLibrary), HostFlow.Settings, builder => AddServices(builder, application, withLibrary));
        return new HostedApplication(application, app, application.IsBehindProxy ? await HostProxy.StartAsync(app.Client.BaseAddress!) : null);
    }

    public Task<HttpResponseMessage> AskAsync(HostSituation situation, CancellationToken cancellationToken = default)
    {
        HttpClient client = (_proxy ?? _app).Client;
        string path = $"{_application.Prefix}/links/{situation.Route}{(situation.HasTarget ? HostFlow.Query : "")}";
        HttpRequestMessage request = new(situation.Method, new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));
        request.Headers.TryAddWithoutValidation("Accept", situation.Accept);
        foreach ((string name, string value) in _application.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (situation.Content is { } content)
        {
            request.Content = new StringContent(content, new System.Net.Http.Headers.MediaTypeHeaderValue(situation.ContentType));
        }

        return client.SendAsync(request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        await _app.DisposeAsync();
    }

    private static void AddServices(WebApplicationBuilder builder, HostApplication application, bool withLibrary)
    {
        builder.Services.AddSingleton<ClientWatch>();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => options.LoginPath = "/login");
        builder.Services.AddAuthorization();
        if (withLibrary)
        {
            builder.Services.AddLinkErrors().AddMvcErrors().AddAuthorizationErrors();
        }

        application.AddServices(builder);
    }

    private static void Build(WebApplication app, HostApplication application, bool withLibrary)
    {
        app.Use(next => async context =>
        {
            await next(context);
            app.Services.GetRequiredService<ClientWatch>().Ended.TrySetResult(context.Response.StatusCode);
        });
        application.UseInFront(app);
        app.UseExceptionHandler(handler => handler.Run(context => context.Response.WriteAsync(HostAnswer.HostPage)));
        if (withLibrary)
        {
            app.UseLinkErrors();
        }

        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        application.Map(app, withLibrary);
    }
}
