using System.Security.Claims;
using LinkErrors;
using LinkService._1;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// What fails here or at the provider reaches the client that began, in its dialect.
builder.Services.AddLinkErrors().AddRemoteLoginErrors("provider");
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie()
    .AddOAuth("provider", options =>
    {
        options.CallbackPath = "/signin-provider";
        builder.Configuration.GetRequiredSection("Provider").Bind(options);

        // What LinkEndpoints.FinishAsync asks for: the account, by the member of the token's answer that names it, and the token.
        options.SaveTokens = true;
        options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "user_id");
        options.Events.OnCreatingTicket = context =>
        {
            context.RunClaimActions(context.TokenResponse.Response!.RootElement);
            return Task.CompletedTask;
        };
        if (builder.Environment.IsDevelopment())
        {
            // Without https some browsers keep no Secure cookie, even of localhost. Lax is enough where the provider answers by a GET.
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        }
    });

WebApplication app = builder.Build();
app.UseLinkErrors();

RouteGroupBuilder link = app.MapGroup("/link").WithLinkErrors(LinkEndpointKind.Interactive);
link.MapGet("/provider", LinkEndpoints.StartAsync);
link.MapGet("/done", LinkEndpoints.FinishAsync);

// Every error, with its causes and what to do, at /errors.
app.MapLinkErrorCatalog();

if (app.Environment.IsDevelopment())
{
    // The last errors, and why each went where it went, at /link-errors.
    app.MapLinkErrorInspector();
    app.MapStandInProvider();
}

app.Run();
