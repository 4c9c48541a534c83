using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Handling;

/// <summary>A charset that .NET refuses to read (UTF-7) is the request's fault: 415, and no error in the log of whoever runs the service.</summary>
public sealed class RequestCharsetTests
{
    [Theory]
    [InlineData("utf-7", HttpStatusCode.UnsupportedMediaType, false)]
    [InlineData("\"UTF-7\"", HttpStatusCode.UnsupportedMediaType, false)]
    [InlineData("utf-8", HttpStatusCode.InternalServerError, true)]
    public async Task Form_InARefusedCharset_IsTheRequestsFault(string charset, HttpStatusCode status, bool isOurs)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapPost("/", static async (HttpContext context) =>
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
                throw new NotSupportedException("The application does not do this.");
            }).WithLinkErrors(LinkEndpointKind.Api);
        });
        using StringContent form = new("state=a");
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"application/x-www-form-urlencoded; charset={charset}");

        using HttpResponseMessage response = await app.Client.PostAsync("/", form);

        response.StatusCode.Should().Be(status);
        app.Log.Own.Any(entry => entry.Level >= LogLevel.Error).Should().Be(isOurs);
    }
}
