using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Responses;

/// <summary>Headers that middleware in front of ours has set stay on errors; what the endpoint prepared goes.</summary>
public sealed class HostHeadersTests
{
    [Theory]
    [InlineData("/thrown")]
    [InlineData("/status")]
    [InlineData("/returned")]
    [InlineData("/overwritten")]
    public async Task Headers_SetInFront_StayOnAnError(string path)
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        ((int)response.StatusCode).Should().Be(400);
        string[] kept = [.. response.Headers.NonValidated
            .Where(header => header.Key is "X-Correlation-ID" or "RateLimit" or "DPoP-Nonce" or "Permissions-Policy" or "traceparent" or "Server-Timing")
            .Select(header => $"{header.Key}: {header.Value}")];
        kept.Should().BeEquivalentTo(
            "X-Correlation-ID: c-1", "RateLimit: limit=10, remaining=9", "DPoP-Nonce: n-1", "Permissions-Policy: camera=()", "traceparent: 00-1", "Server-Timing: a, b");
        response.Headers.NonValidated.Contains("X-Endpoint").Should().BeFalse("the endpoint failed");
        response.Headers.NonValidated.Contains("ETag").Should().BeFalse("it belongs to the content that is not sent");
        response.Content.Headers.NonValidated["Content-Type"].ToString().Should().Be("application/json");
        response.Headers.CacheControl!.ToString().Should().Be("no-store");
    }

    // Fetch §3.3, RFC 6797: what a browser needs to read an error of another origin is set behind ours too, as by UseCors in its usual place.
    [Theory]
    [InlineData("Access-Control-Allow-Origin", "https://app.example")]
    [InlineData("Access-Control-Allow-Credentials", "true")]
    [InlineData("Access-Control-Expose-Headers", "Retry-After")]
    [InlineData("Access-Control-Allow-Headers", "Authorization")]
    [InlineData("Access-Control-Allow-Methods", "GET")]
    [InlineData("Access-Control-Max-Age", "60")]
    [InlineData("Vary", "Origin")]
    [InlineData("Strict-Transport-Security", "max-age=1")]
    [InlineData("Set-Cookie", "a=b")]
    public async Task Headers_OfPolicies_SetBehindOurs_StayOnAnError(string name, string value)
    {
        await using TestApp app = await TestApp.StartAsync(web =>
        {
            web.UseLinkErrors();
            web.Use((context, next) =>
            {
                context.Response.Headers[name] = value;
                return next(context);
            });
            web.MapGet("/", static string () => throw new Exceptions.InvalidRequestException()).WithLinkErrors(LinkEndpointKind.Api);
        });

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/", UriKind.Relative));

        response.GetHeader(name).Should().Be(value);
    }

    /// <summary>A field that may have several lines gets that of the error beside the host's; who set a bare status has the last word on what belongs to it.</summary>
    [Fact]
    public async Task Headers_OfADialect_StandBesideThoseOfTheHost()
    {
        StubDialect dialect = new("stub")
        {
            Headers = headers =>
            {
                headers.Add("Link", "<https://ours.example/>; rel=help");
                headers.Add("Retry-After", "9");
            },
        };
        await using TestApp app = await TestApp.StartAsync(
            web =>
            {
                web.Use((context, next) =>
                {
                    context.Response.Headers.Link = "<https://host.example/>; rel=author";
                    return next(context);
                });
                web.UseLinkErrors();
                web.MapGet("/", (HttpContext context) =>
                {
                    context.Response.Headers.RetryAfter = "7";
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                }).WithLinkErrors(LinkEndpointKind.Api, "stub");
            },
            services: builder => builder.Services.AddLinkErrors().AddDialect(dialect));

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/", UriKind.Relative));

        response.Headers.GetValues("Link").Should().Equal("<https://host.example/>; rel=author", "<https://ours.example/>; rel=help");
        response.Headers.GetValues("Retry-After").Should().Equal("7");
    }

    [Fact]
    public async Task Pipeline_ThatIsRunAgain_KeepsNothingOfTheFirstRun()
    {
        await using TestApp app = await TestApp.StartAsync(web =>
        {
            web.UseExceptionHandler("/again");
            web.Use((context, next) =>
            {
                context.Response.Headers["X-Run"] = context.Request.Path.Value;
                return next(context);
            });
            web.UseRouting();
            web.UseLinkErrors();
            web.MapGet("/first", static string () => throw new InvalidOperationException("first"));
            web.MapGet("/again", static string () => throw new Exceptions.InvalidRequestException()).WithLinkErrors(LinkEndpointKind.Api);
        });

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/first", UriKind.Relative));

        response.Headers.GetValues("X-Run").Should().Equal("/again");
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(web =>
    {
        web.Use((context, next) =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers["X-Correlation-ID"] = "c-1";
            headers["RateLimit"] = "limit=10, remaining=9";
            headers["DPoP-Nonce"] = "n-1";
            headers["Permissions-Policy"] = "camera=()";
            headers["traceparent"] = "00-1";
            headers["Server-Timing"] = new(["a", "b"]);
            headers.ETag = "\"1\"";
            headers.ContentType = "text/plain";
            headers.CacheControl = "max-age=60";
            return next(context);
        });
        web.UseLinkErrors();
        web.UseRouting();
        web.MapGet("/thrown", static string (HttpContext context) =>
        {
            context.Response.Headers["X-Endpoint"] = "1";
            throw new Exceptions.InvalidRequestException();
        }).WithLinkErrors(LinkEndpointKind.Api);
        web.MapGet("/status", (HttpContext context) =>
        {
            context.Response.Headers["X-Endpoint"] = "1";
            context.Response.ContentType = null;
            context.Response.StatusCode = 400;
        }).WithLinkErrors(LinkEndpointKind.Api);
        web.MapGet("/returned", (HttpContext context) =>
        {
            context.Response.Headers["X-Endpoint"] = "1";
            return Results.BadRequest();
        }).WithLinkErrors(LinkEndpointKind.Api);
        web.MapGet("/overwritten", static string (HttpContext context) =>
        {
            context.Response.Headers["X-Correlation-ID"] = "other";
            context.Response.Headers.Append("X-Endpoint", "1");
            throw new Exceptions.InvalidRequestException();
        }).WithLinkErrors(LinkEndpointKind.Api);
    });
}
