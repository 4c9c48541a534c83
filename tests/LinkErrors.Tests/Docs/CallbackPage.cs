using LinkErrors;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Links;

public static class CallbackPage
{
    public static void Register(IServiceCollection services) =>
        services.AddLinkErrors().AddLinkErrorReader("acme", options =>
        {
            options.Codes["user_said_no"] = LinkErrorCodes.AccessDenied;
            options.ExpectedIssuer = "https://as.acme.example";
        });

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/callback/acme", async (HttpRequest request) =>
        {
            LinkErrorReading reading = await request.ReadLinkErrorAsync("acme");
            return reading.IsError ? throw reading.Error.ToException()
                : reading.Unreadable == LinkErrorUnreadable.NoError ? "linked"
                : throw new CallbackStateInvalidException(reading.Reason);
        });
}
