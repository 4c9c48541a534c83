using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Endpoints;

/// <summary>The validation of minimal APIs (<c>AddValidation</c>): the fields are named, its messages, which may quote values, are not sent.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(true, "problem-details")]
    [InlineData(false, "problem-details")]
    public async Task Request_ThatIsNotValid_IsALinkErrorWithItsFields(bool hasProblemDetails, string? dialect)
    {
        await using TestApp app = await StartAsync(hasProblemDetails, dialect);

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/marked?levels=7", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        string body = await response.Content.ReadAsStringAsync();
        body.Should().Contain("Missing or not valid: levels.").And.NotContain("must be between", "the message may quote values");
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "LinkErrorAnswered");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_ToAnotherEndpoint_StaysTheHosts(bool hasProblemDetails)
    {
        await using TestApp app = await StartAsync(hasProblemDetails, dialect: null);

        using HttpResponseMessage response = await app.Client.GetAsync(new Uri("/plain?levels=7", UriKind.Relative));

        (await response.Content.ReadAsStringAsync()).Should().Contain("must be between");
    }

    private static Task<TestApp> StartAsync(bool hasProblemDetails, string? dialect) => TestApp.StartAsync(
        web =>
        {
            web.UseLinkErrors();
            web.MapGet("/marked", ([Range(1, 5)] int levels) => levels).WithLinkErrors(LinkEndpointKind.Api, dialect);
            web.MapGet("/plain", ([Range(1, 5)] int levels) => levels);
        },
        services: builder =>
        {
            builder.Services.AddValidation();
            if (hasProblemDetails)
            {
                builder.Services.AddProblemDetails();
            }
        });
}
