using System.Data.Common;
using System.Security.Claims;
using LinkErrors;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using LinkService.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;

namespace LinkService;

/// <summary>The service itself: what it needs, and its pipeline.</summary>
internal static class LinkServiceApplication
{
    /// <summary>The scheme that holds who signed in at the provider until the link is made.</summary>
    public const string ExternalScheme = "external";

    private const string RequiredScope = "activity";

    public static WebApplicationBuilder CreateBuilder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ApplicationName = typeof(LinkServiceApplication).Assembly.GetName().Name,
        ContentRootPath = AppContext.BaseDirectory,
    });

    public static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder, string provider, string frontEnd)
    {
        IServiceCollection services = builder.Services;
        string? postgreSql = builder.Configuration.GetConnectionString("LinkService");
        services.AddDbContext<LinkServiceContext>(options => _ = postgreSql is null
            ? options.UseSqlite($"Data Source={builder.Configuration["Database"] ?? "linkservice.db"}")
            : options.UseNpgsql(postgreSql, npgsql => npgsql.EnableRetryOnFailure(maxRetryCount: 2, TimeSpan.FromSeconds(1), errorCodesToAdd: null)));

        // What one instance protects, every other reads.
        services.AddDataProtection().SetApplicationName("LinkService").PersistKeysToDbContext<LinkServiceContext>();

        services.AddLinkErrors(options =>
            {
                options.FallbackRedirectUri ??= frontEnd + "/callback";
                options.Events = new LinkErrorsEvents { OnMappingException = context => context.Error = DatabaseIsAway(context.Exception) ? new LinkError(LinkErrorDefinitions.TemporarilyUnavailable) : context.Error };
            })
            .AddEntityFrameworkClients<LinkServiceContext>()
            .AddRemoteLoginErrors("acme", "acme-id")
            .AddMvcErrors();
        services.AddHealthChecks().AddLinkErrors();
        services.AddControllersWithViews().AddApplicationPart(typeof(LinkServiceApplication).Assembly);
        services.AddHttpContextAccessor().AddScoped<LinkTokens>();

        TimeSpan timeout = builder.Configuration.GetValue("ProviderTimeout", TimeSpan.FromSeconds(5));
        services.AddHttpClient<ProviderClient>(client => (client.BaseAddress, client.Timeout) = (new Uri(provider), timeout))
            .AddLinkErrors(options => options.Reader.Dialect = LinkErrorDialects.ProblemDetails);
        AddLogins(services, provider, timeout);
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto);

        WebApplication app = builder.Build();
        await LinkServiceContext.CreateAsync(app.Services, frontEnd);
        app.UseForwardedHeaders();
        app.UseLinkErrors();
        app.UseAuthentication();
        app.MapControllers();
        app.MapHealthChecks("/health");
        app.MapLinkErrorCatalog("/errors");
        if (app.Environment.IsDevelopment())
        {
            app.MapLinkErrorInspector();
        }

        return app;
    }

    private static void AddLogins(IServiceCollection services, string provider, TimeSpan timeout)
    {
        services.AddAuthentication(ExternalScheme)
            .AddCookie(ExternalScheme, options => options.ExpireTimeSpan = TimeSpan.FromMinutes(5))
            .AddOAuth("acme", "Acme", options =>
            {
                options.ClientId = "link-service";
                options.ClientSecret = "from a safe place";
                options.CallbackPath = "/signin-acme";
                options.AuthorizationEndpoint = provider + "/authorize";
                options.TokenEndpoint = provider + "/token";
                options.UserInformationEndpoint = provider + "/userinfo";
                options.UsePkce = true;
                options.Scope.Add(RequiredScope);
                options.Scope.Add("sleep");
                options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "sub");
                options.Events.OnCreatingTicket = async context =>
                {
                    CheckScopes(context.TokenResponse.Response!.RootElement.GetProperty("scope").GetString());
                    using HttpRequestMessage request = new(HttpMethod.Get, context.Options.UserInformationEndpoint);
                    request.Headers.Authorization = new("Bearer", context.AccessToken);
                    using HttpResponseMessage response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
                    response.EnsureSuccessStatusCode();
                    context.RunClaimActions(await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(context.HttpContext.RequestAborted));
                };
                Prepare(options, timeout);
            })
            .AddOpenIdConnect("acme-id", "Acme ID", options =>
            {
                options.Authority = provider;
                options.RequireHttpsMetadata = false; // The provider that stands in is on the loopback interface.
                options.ClientId = "link-service";
                options.ClientSecret = "from a safe place";
                options.CallbackPath = "/signin-acme-id";
                options.ResponseType = "code";
                options.ResponseMode = "query";
                options.Scope.Add(RequiredScope);
                options.Scope.Add("sleep");
                options.Events.OnTokenValidated = context =>
                {
                    CheckScopes(context.TokenEndpointResponse?.Scope);
                    return Task.CompletedTask;
                };
                options.NonceCookie.SameSite = SameSiteMode.Lax;
                options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                Prepare(options, timeout);
            });
    }

    private static void Prepare(RemoteAuthenticationOptions options, TimeSpan timeout)
    {
        options.SignInScheme = ExternalScheme;
        options.SaveTokens = true;
        options.BackchannelTimeout = timeout;

        // Lax is enough for a callback by GET. Without https some browsers keep no Secure cookie, even of the loopback interface; with https it is one.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>A database that is restarted is no bug: whoever tries again a little later has luck.</summary>
    private static bool DatabaseIsAway(Exception? exception) => exception is DbException { IsTransient: true } || (exception is not null && DatabaseIsAway(exception.InnerException));

    private static void CheckScopes(string? granted)
    {
        if (granted?.Split(' ').Contains(RequiredScope, StringComparer.Ordinal) != true)
        {
            throw new RequiredScopesNotGrantedException($"Granted was '{granted}'.") { Scopes = [RequiredScope] };
        }
    }
}
