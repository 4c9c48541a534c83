using Links;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Google;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using OpenIddict.Client.SystemNetHttp;

namespace LinkErrors.LoginTests.Applications;

/// <summary>A handler as people add it, by its own method, with nothing changed but the address of the provider.</summary>
/// <param name="Name">What the documentation calls it.</param>
/// <param name="IsOpenIdConnect">Whether it speaks OpenID Connect, so that it reads metadata and has a nonce.</param>
/// <param name="RedeemsCode">Whether it asks for a code and redeems it; Identity.Web as it stands asks for an ID token.</param>
/// <param name="Add">Adds it as scheme <c>acme</c>.</param>
/// <param name="Forget">Makes it forget what it read of the provider, as a restart would.</param>
internal sealed record LoginHandler(
    string Name, bool IsOpenIdConnect, bool RedeemsCode, Action<AuthenticationBuilder, Uri, LoginSettings> Add, Action<IServiceProvider> Forget)
{
    /// <summary>The endpoints that it needs in the application, begin and callback among them; null for a remote scheme, which the library reaches by itself.</summary>
    public Action<WebApplication>? Map { get; init; }

    /// <summary>Where a login begins.</summary>
    public string Start { get; init; } = "/login";

    public const string Scheme = "acme";
    public const string Callback = "/signin-acme";

    public static readonly IReadOnlyList<LoginHandler> All =
    [
        new("AddOpenIdConnect, form_post", IsOpenIdConnect: true, RedeemsCode: true, (builder, provider, settings) => AddOpenIdConnect(builder, provider, settings, OpenIdConnectResponseMode.FormPost), ForgetOptions<OpenIdConnectOptions>),
        new("AddOpenIdConnect, query", IsOpenIdConnect: true, RedeemsCode: true, (builder, provider, settings) => AddOpenIdConnect(builder, provider, settings, OpenIdConnectResponseMode.Query), ForgetOptions<OpenIdConnectOptions>),
        new("AddMicrosoftIdentityWebApp", IsOpenIdConnect: true, RedeemsCode: false, AddIdentityWeb, ForgetOptions<OpenIdConnectOptions>),
        new("OpenIddict.Client", IsOpenIdConnect: true, RedeemsCode: true, AddOpenIddict, ForgetOptions<OpenIddictClientOptions>)
        {
            Map = OpenIddictClientSample.MapEndpoints,
            Start = $"/link/acme?client_id=web&redirect_uri={Uri.EscapeDataString(LoginApplication.Target)}&state={Uri.EscapeDataString(LoginApplication.State)}",
        },
        new("AddGoogle", IsOpenIdConnect: false, RedeemsCode: true, AddGoogle, ForgetOptions<GoogleOptions>),
    ];

    private static readonly SymmetricSecurityKey StateKey = new([.. Enumerable.Range(1, 32).Select(value => (byte)value)]);

    public override string ToString() => Name;

    private static void AddOpenIdConnect(AuthenticationBuilder builder, Uri provider, LoginSettings settings, string mode) =>
        builder.AddOpenIdConnect(Scheme, "Acme", options =>
        {
            options.Authority = provider.AbsoluteUri;
            options.RequireHttpsMetadata = false;
            options.ClientId = "service";
            options.ClientSecret = "secret";
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = mode;
            options.CallbackPath = Callback;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.BackchannelTimeout = settings.Timeout;
            options.Events.OnRedirectToIdentityProvider = context =>
            {
                context.ProtocolMessage.LoginHint = context.Properties.GetParameter<string>(OpenIdConnectParameterNames.LoginHint);
                return Task.CompletedTask;
            };
            settings.Configure?.Invoke(options);
        });

    private static void AddIdentityWeb(AuthenticationBuilder builder, Uri provider, LoginSettings settings)
    {
        builder.AddMicrosoftIdentityWebApp(
            options =>
            {
                options.Instance = provider.AbsoluteUri;
                options.TenantId = "tenant";
                options.Authority = provider.AbsoluteUri;
                options.ClientId = "service";
                options.ClientSecret = "secret";
                options.CallbackPath = Callback;
            },
            openIdConnectScheme: Scheme,
            cookieScheme: null,
            displayName: "Acme");
        builder.Services.Configure<OpenIdConnectOptions>(Scheme, options =>
        {
            options.RequireHttpsMetadata = false;
            options.BackchannelTimeout = settings.Timeout;
        });
        builder.Services.PostConfigure<OpenIdConnectOptions>(Scheme, options =>
        {
            options.TokenValidationParameters.IssuerValidator = null;
            options.TokenValidationParameters.ValidIssuer = provider.AbsoluteUri.TrimEnd('/');
        });
    }

    private static void AddOpenIddict(AuthenticationBuilder builder, Uri provider, LoginSettings settings)
    {
        OpenIddictClientRegistration registration = new()
        {
            ProviderName = Scheme,
            Issuer = provider,
            ClientId = "service",
            ClientSecret = "secret",
            RedirectUri = new Uri(Callback, UriKind.Relative),
        };
        OpenIddictClientSample.AddServices(builder.Services, registration);
        builder.Services.AddOpenIddict().AddClient(options =>
        {
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.UseSystemNetHttp().ConfigureHttpClient(client => client.Timeout = settings.Timeout);

            // It tries again after a while, so that a row would last for seconds.
            options.Services.Configure<OpenIddictClientSystemNetHttpOptions>(http => (http.HttpErrorPolicy, http.HttpResiliencePipeline) = (null, null));

            // A restart is one that reads the metadata anew, with the keys of the former instance.
            options.Configure(client =>
            {
                registration.ConfigurationManager = null!;
                client.EncryptionCredentials.RemoveAll(credentials => credentials.Key is not SymmetricSecurityKey);
                client.SigningCredentials.RemoveAll(credentials => credentials.Key is not SymmetricSecurityKey);
            });
            options.AddEncryptionKey(StateKey).AddSigningKey(StateKey);
        });
        if (!settings.HasLibrary)
        {
            builder.Services.Configure<OpenIddictClientAspNetCoreOptions>(options => options.EnableErrorPassthrough = false);
            builder.Services.PostConfigure<OpenIddictClientOptions>(options => options.Handlers.RemoveAll(handler =>
                handler.ContextType == typeof(OpenIddictClientEvents.ProcessErrorContext) && handler.Type == OpenIddictClientHandlerType.Custom));
        }
    }

    private static void AddGoogle(AuthenticationBuilder builder, Uri provider, LoginSettings settings) =>
        builder.AddGoogle(Scheme, "Acme", options =>
        {
            options.ClientId = "service";
            options.ClientSecret = "secret";
            options.CallbackPath = Callback;
            options.AuthorizationEndpoint = new Uri(provider, "authorize").AbsoluteUri;
            options.TokenEndpoint = new Uri(provider, "token").AbsoluteUri;
            options.UserInformationEndpoint = new Uri(provider, "userinfo").AbsoluteUri;
            options.BackchannelTimeout = settings.Timeout;
        });

    private static void ForgetOptions<TOptions>(IServiceProvider services)
        where TOptions : class =>
        services.GetRequiredService<IOptionsMonitorCache<TOptions>>().Clear();
}
