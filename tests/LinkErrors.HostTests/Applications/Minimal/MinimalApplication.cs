using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Applications;

/// <summary>Minimal APIs, as they are and behind what stands in front of them in production.</summary>
internal static class MinimalApplication
{
    private static readonly string[] GetOrPost = ["GET", "POST"];

    private static readonly Dictionary<string, string> Forwarded = new(StringComparer.Ordinal)
    {
        ["X-Forwarded-For"] = "203.0.113.7",
        ["X-Forwarded-Host"] = "public.example",
        ["X-Forwarded-Prefix"] = "/tenant",
        ["X-Forwarded-Proto"] = "https",
    };

    public static HostApplication Plain => new("minimal APIs", Map)
    {
        AddServices = builder => builder.Services.AddValidation(),
        Missing = [HostRoutes.Rendered],
    };

    public static HostApplication BelowAPathBase => Plain with
    {
        Name = "`UsePathBase`",
        UseInFront = app => app.UsePathBase("/app"),
        Prefix = "/app",
        LoginPage = "/app/login",
    };

    public static HostApplication WithForwardedHeaders => Plain with
    {
        Name = "forwarded headers",
        UseInFront = app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, KnownIPNetworks = { new(System.Net.IPAddress.Loopback, 8) } }),
        Headers = Forwarded,
        LoginPage = "https://public.example/tenant/login",
    };

    public static HostApplication BehindAProxy => Plain with { Name = "YARP in front", IsBehindProxy = true };

    public static HostApplication WithOutputCache => Plain with
    {
        Name = "output caching",
        AddServices = builder =>
        {
            Plain.AddServices(builder);
            builder.Services.AddOutputCache(options => options.AddBasePolicy(policy => policy.Cache()));
        },
        UseInFront = app => app.UseOutputCache(),
    };

    private static void Map(WebApplication app, bool withLibrary)
    {
        app.MapGet($"/links/{HostRoutes.Ordinary}", string () => throw HostEndpoints.Unforeseen);
        RouteGroupBuilder links = app.MapGroup("/links");
        if (withLibrary)
        {
            links.WithLinkErrors();
        }

        links.MapGet(HostRoutes.Ok, () => "ok");
        links.MapMethods(HostRoutes.Thrown, GetOrPost, string () => throw HostEndpoints.Expired);
        links.MapGet(HostRoutes.Unexpected, string () => throw HostEndpoints.Unforeseen);
        links.MapGet(HostRoutes.Returned, () => TypedResults.NotFound());
        links.MapGet(HostRoutes.Status, (HttpContext context) => { context.Response.StatusCode = StatusCodes.Status409Conflict; });
        links.MapGet(HostRoutes.Secret, () => "for those who are signed in").RequireAuthorization();
        links.MapPost(HostRoutes.Body, (LinkBody body) => body.Name);
        links.MapGet(HostRoutes.Waiting, HostEndpoints.WaitAsync);
    }
}
