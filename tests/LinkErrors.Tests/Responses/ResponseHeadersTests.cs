using System.Buffers;
using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Responses;

/// <summary>What a response had before the error goes, apart from what the host decided for every response.</summary>
public sealed class ResponseHeadersTests
{
    private const string Origin = "https://app.example";

    public static TheoryData<string, string> Deliveries => new()
    {
        { "redirect", "/" + LabSettings.Flow },
        { "json", "/" },
        { "html", "/?html" },
    };

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Headers_OfTheFailedEndpoint_AreCleared(string delivery, string path)
    {
        string[] own = ["X-Half-Done", "Content-Encoding", "Content-Disposition", "Content-Language", "Content-Range", "ETag", "Last-Modified", "Expires", "Link"];
        await using TestApp app = await StartAsync(context =>
        {
            foreach (string name in own)
            {
                context.Response.Headers[name] = "1";
            }

            context.Response.Headers.Location = "https://evil.example";
            context.Response.Headers.CacheControl = "public, max-age=600";
            context.Response.ContentType = "text/csv";
            context.Response.StatusCode = StatusCodes.Status201Created;
        });

        using HttpResponseMessage response = await SendAsync(app, path);

        response.StatusCode.Should().Be(delivery == "redirect" ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest);
        own.Where(name => response.GetHeader(name) is not null).Should().BeEmpty();
        response.GetLocation().Should().NotBe("https://evil.example");
    }

    /// <summary>An error holds for one request (RFC 6749 §5.2), and its address is nobody else's business (RFC 9700 §4.2.4).</summary>
    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Headers_OfEveryDelivery_ForbidCachingSniffingAndReferrers(string delivery, string path)
    {
        await using TestApp app = await StartAsync(_ => { });

        using HttpResponseMessage response = await SendAsync(app, path);

        response.GetHeader("Cache-Control").Should().Be("no-store");
        response.GetHeader("Pragma").Should().Be("no-cache");
        response.GetHeader("X-Content-Type-Options").Should().Be("nosniff");
        response.GetHeader("Referrer-Policy").Should().Be("no-referrer");
        (response.GetHeader("Content-Security-Policy") is not null).Should().Be(delivery == "html");
        (response.GetHeader("X-Frame-Options") == "DENY").Should().Be(delivery == "html");
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Headers_OfTheHost_AreKept(string delivery, string path)
    {
        await using TestApp app = await StartAsync(context =>
        {
            context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
            context.Response.Headers.Vary = "Accept-Language";
            context.Response.Cookies.Append("a", "1");
            context.Response.Cookies.Append("b", "2");
        });

        using HttpResponseMessage response = await SendAsync(app, path);

        response.GetHeader("Strict-Transport-Security").Should().Be("max-age=31536000", delivery);
        response.GetHeader("Vary").Should().Contain("Accept-Language");
        response.Headers.GetValues("Set-Cookie").Should().Equal("a=1; path=/", "b=2; path=/");
    }

    /// <summary>Without these headers a script of the allowed origin sees a network error instead of the error.</summary>
    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task CorsHeaders_OfTheRealMiddleware_AreKept(string delivery, string path)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.UseCors();
                Map(app, _ => { });
            },
            LabSettings.WithClient(),
            builder => builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
                policy.WithOrigins(Origin, "https://other.example").AllowCredentials().WithExposedHeaders("Retry-After"))));

        using HttpResponseMessage response = await SendAsync(app, path);

        response.GetHeader("Access-Control-Allow-Origin").Should().Be(Origin, delivery);
        response.GetHeader("Access-Control-Allow-Credentials").Should().Be("true");
        response.GetHeader("Access-Control-Expose-Headers").Should().Be("Retry-After");
        response.GetHeader("Vary").Should().Contain("Origin");
    }

    [Fact]
    public async Task CorsHeaders_OfTheMiddlewareOutside_AreKept()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseCors();
                app.UseLinkErrors();
                Map(app, _ => { });
            },
            services: builder => builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins(Origin))));

        using HttpResponseMessage response = await SendAsync(app, "/");

        response.GetHeader("Access-Control-Allow-Origin").Should().Be(Origin);
    }

    /// <summary>A browser never follows a redirect that carries a body's headers; a redirect has none.</summary>
    [Fact]
    public async Task Redirect_ToATarget_HasNoBody()
    {
        await using TestApp app = await StartAsync(_ => { });

        using HttpResponseMessage response = await SendAsync(app, "/" + LabSettings.Flow);

        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        response.Content.Headers.ContentType.Should().BeNull();
    }

    // Bytes that wait in the writer would be sent in front of the error, and nobody can take them back.
    [Fact]
    public void Reset_OfAResponseWithBytesInItsWriter_Refuses()
    {
        DefaultHttpContext context = new();
        context.Response.Headers.ETag = "\"1\"";
        context.Response.BodyWriter.Write("half"u8);

        Action reset = () => LinkErrors.Responses.ResponseHeaders.Reset(context.Response);

        reset.Should().Throw<InvalidOperationException>().WithMessage("The response has begun*");
        context.Response.Headers.ETag.Should().Equal("\"1\"");
    }

    /// <summary>Kestrel refuses CR, LF, NUL, DEL and non-ASCII in a header; an error must not fail because of its own text.</summary>
    [Theory]
    [InlineData("\r\nSet-Cookie: a=b")]
    [InlineData("\0")]
    [InlineData("\u007f")]
    [InlineData("Ungültig — 😀 \"quoted\" \\")]
    [InlineData("half a pair")]
    public async Task Text_OfAnError_NeverBreaksAHeader(string text)
    {
        // A runner cannot pass half a surrogate pair on.
        text = text == "half a pair" ? "\ud800" : text;
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/{dialect}", string (HttpContext context, string dialect) =>
                {
                    context.SetLinkErrors(context.Request.Query.ContainsKey("client_id") ? LinkEndpointKind.Interactive : LinkEndpointKind.Api, dialect);
                    throw new LinkException(new LinkError(LinkErrorDefinitions.InvalidToken)
                    {
                        Message = text,
                        Title = text,
                        Scopes = [text],
                        RetryAfter = TimeSpan.FromMilliseconds(1),
                        HelpUri = new Uri("https://docs.example/ü"),
                    });
                });
            },
            LabSettings.WithClient());
        foreach (Dialects.LinkErrorDialect dialect in Dialects.LinkErrorDialects.All)
        {
            foreach (string flow in new[] { "", LabSettings.Flow })
            {
                using HttpRequestMessage request = new(HttpMethod.Get, $"/{dialect}{flow}");
                request.Headers.Add("Authorization", "Bearer x");

                using HttpResponseMessage response = await app.Client.SendAsync(request);

                response.StatusCode.Should().NotBe(HttpStatusCode.InternalServerError, $"of {dialect}");
                response.Headers.Contains("Set-Cookie").Should().BeFalse();
                (response.GetLocation() is null).Should().Be(flow.Length == 0, $"of {dialect}");
            }
        }

        app.Log.Own.Should().OnlyContain(entry => entry.EventId.Name == "LinkErrorAnswered");
    }

    private static Task<TestApp> StartAsync(Action<HttpContext> prepare) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            Map(app, prepare);
        },
        LabSettings.WithClient());

    private static void Map(WebApplication app, Action<HttpContext> prepare) => app.MapGet("/", string (HttpContext context) =>
    {
        prepare(context);
        throw new LinkTokenExpiredException();
    }).WithLinkErrors(LinkEndpointKind.Interactive);

    private static async Task<HttpResponseMessage> SendAsync(TestApp app, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Accept", path.EndsWith("html", StringComparison.Ordinal) ? "text/html" : "*/*");
        request.Headers.Add("Origin", Origin);
        return await app.Client.SendAsync(request);
    }
}
