using LinkErrors;
using Microsoft.AspNetCore.Authentication.Cookies;
using RemoteLogin;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddLinkErrors().AddRemoteLoginErrors("acme");
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuth("acme", "Acme", options =>
{
    string acme = builder.Configuration["Acme"] ?? throw new InvalidOperationException("Acme is missing in appsettings.json: the address of the provider.");
    options.ClientId = "my-service";
    options.ClientSecret = "from a safe place";
    options.CallbackPath = "/signin-acme";
    options.AuthorizationEndpoint = acme + "/acme/authorize";
    options.TokenEndpoint = acme + "/acme/token";

    // Lax is enough for a callback by GET. Without https some browsers keep no Secure cookie, even of the loopback interface; with https it is one.
    options.CorrelationCookie.SameSite = SameSiteMode.Lax;
    options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
});

WebApplication app = builder.Build();
app.UseLinkErrors();

RouteGroupBuilder link = app.MapGroup("/link").WithLinkErrors(LinkEndpointKind.Interactive);
link.MapGet("/acme", LinkEndpoints.Start);
link.MapGet("/done", LinkEndpoints.FinishAsync);

// A provider of our own stands in for the real one, so that the sample needs no account anywhere.
app.MapGet("/acme/authorize", AcmeProvider.Show);
app.MapPost("/acme/token", AcmeProvider.RedeemAsync);
app.Run();
