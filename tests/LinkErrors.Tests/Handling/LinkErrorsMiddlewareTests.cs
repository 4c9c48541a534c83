using System.Net;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;

namespace LinkErrors.Tests.Handling;

public sealed class LinkErrorsMiddlewareTests
{
    [Fact]
    public async Task Pipeline_WithoutError_AnswersAsItWould()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", () => "ok");
        });

        (await app.Client.GetStringAsync("/")).Should().Be("ok");
    }

    [Fact]
    public async Task Endpoint_ThrowsLinkException_IsAnsweredInTheDialect()
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", string () => throw new LinkTokenExpiredException());
        });

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"error":"invalid_grant","error_description":"The link token has expired."}""");
    }
}
