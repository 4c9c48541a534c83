using Links;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore.Authentication;

namespace LinkErrors.LoginTests.Challenges;

/// <summary>A way in which applications add the schemes of their API.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Add">Adds the schemes.</param>
internal sealed record ChallengeSetup(string Name, Action<IServiceCollection> Add)
{
    private const string OwnChallenge = "Bearer realm=\"api\", resource_metadata=\"https://api.example/own\"";

    public static IReadOnlyList<ChallengeSetup> All { get; } =
    [
        new("JwtBearer", services => services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(ApiToken.Accept)),
        new("JwtBearer, Challenge", services => services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            ApiToken.Accept(options);
            options.Challenge = OwnChallenge;
        })),
        new("JwtBearer, OnChallenge", services => services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            ApiToken.Accept(options);
            options.Events = new JwtBearerEvents
            {
                OnChallenge = context =>
                {
                    context.HandleResponse();
                    context.Response.StatusCode = 401;
                    context.Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_user_authentication\", acr_values=\"gold\"";
                    return Task.CompletedTask;
                },
            };
        })),
        new("JwtBearer, no details", services => services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            ApiToken.Accept(options);
            options.IncludeErrorDetails = false;
        })),
        new("MCP", services => services
            .AddAuthentication(options =>
            {
                options.DefaultAuthenticateScheme = JwtBearerDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = McpAuthenticationDefaults.AuthenticationScheme;
            })
            .AddJwtBearer(ApiToken.Accept)
            .AddMcp(options => options.ResourceMetadata = new() { AuthorizationServers = { "https://id.example" }, ScopesSupported = ["links:read"] })),
        new("Basic", services => services.AddAuthentication(BasicHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, BasicHandler>(BasicHandler.SchemeName, configureOptions: null)),
        new("Policy scheme", services => services.AddAuthentication("any")
            .AddPolicyScheme("any", displayName: null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.Ordinal) ? BasicHandler.SchemeName : JwtBearerDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, BasicHandler>(BasicHandler.SchemeName, configureOptions: null)
            .AddJwtBearer(ApiToken.Accept)),
        new("Policy scheme, ForwardDefault", services => services.AddAuthentication("any")
            .AddPolicyScheme("any", displayName: null, options => options.ForwardDefault = JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(ApiToken.Accept)),
        new("Cookies, ForwardChallenge", services => services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.ForwardAuthenticate = JwtBearerDefaults.AuthenticationScheme;
                options.ForwardChallenge = JwtBearerDefaults.AuthenticationScheme;
                options.ForwardForbid = JwtBearerDefaults.AuthenticationScheme;
            })
            .AddJwtBearer(ApiToken.Accept)),
        new("Policy scheme of policy schemes", services => services.AddAuthentication("outer")
            .AddPolicyScheme("outer", displayName: null, options => options.ForwardDefault = "inner")
            .AddPolicyScheme("inner", displayName: null, options =>
            {
                options.ForwardDefault = JwtBearerDefaults.AuthenticationScheme;
                options.ForwardChallenge = BasicHandler.SchemeName;
            })
            .AddScheme<AuthenticationSchemeOptions, BasicHandler>(BasicHandler.SchemeName, configureOptions: null)
            .AddJwtBearer(ApiToken.Accept)),
        new("Two schemes", services =>
        {
            services.AddAuthentication()
                .AddJwtBearer(ApiToken.Accept)
                .AddScheme<AuthenticationSchemeOptions, BasicHandler>(BasicHandler.SchemeName, configureOptions: null);
            services.AddAuthorizationBuilder().AddPolicy("links", policy => policy
                .AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme, BasicHandler.SchemeName)
                .AddRequirements(new ScopeRequirement("links:read", "links:write")));
        }),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
