using LinkErrors.Dialects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Endpoints;

/// <summary>Callback pages read with the options that the application has registered: the same that a client's reader takes.</summary>
public sealed class LinkErrorReaderRegistrationTests
{
    private const string Issuer = "https://as.example.org";

    [Theory]
    [InlineData(null, "?error=ERR_042&state=xyz", "link_token_expired by oauth")]
    [InlineData(null, "?error=ERR_043&state=xyz", "ERR_043 by oauth")]
    [InlineData("oauth", "?error=ERR_042&state=xyz", "link_token_expired by oauth")]
    [InlineData("acme", "?error=ERR_042&state=xyz&iss=https%3A%2F%2Fas.example.org", "ERR_042 by oauth")]
    [InlineData("acme", "?error=ERR_043&state=xyz&iss=https%3A%2F%2Fas.example.org", "link_token_consumed by oauth, adjusted")]
    [InlineData("acme", "?error=ERR_043&state=xyz&iss=https%3A%2F%2Fas.evil.example", "WrongIssuer")]
    [InlineData("acme", "?code=abc&state=xyz&iss=https%3A%2F%2Fas.evil.example", "WrongIssuer")]
    [InlineData("acme", "?error=ERR_043&state=xyz", "WrongIssuer")]
    [InlineData("acme", "?error=ERR_043&state=xyz&iss=https%3A%2F%2Fas.example.org&x=01234567890123456789012345678901234567890123456789012345678901234567890123456789", "TooLarge")]
    public async Task Callback_OfANamedReader_IsReadByItsOptions(string? name, string query, string expected)
    {
        await using TestApp app = await StartAsync(name);

        (await app.Client.GetStringAsync(new Uri("/cb" + query, UriKind.Relative))).Should().Be(expected);
    }

    // RFC 9207 §2.4, whichever part of the callback names the issuer.
    [Theory]
    [InlineData("?iss=https%3A%2F%2Fas.example.org", "error=ERR_043", "link_token_consumed by oauth, adjusted")]
    [InlineData("", "error=ERR_043&iss=https%3A%2F%2Fas.example.org", "link_token_consumed by oauth, adjusted")]
    [InlineData("?iss=https%3A%2F%2Fas.evil.example", "error=ERR_043&iss=https%3A%2F%2Fas.example.org", "WrongIssuer")]
    [InlineData("", "error=ERR_043", "WrongIssuer")]
    public async Task Form_OfANamedReader_IsReadByItsOptions(string query, string form, string expected)
    {
        await using TestApp app = await StartAsync("acme");
        using StringContent content = new(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using HttpResponseMessage response = await app.Client.PostAsync(new Uri("/cb" + query, UriKind.Relative), content);

        (await response.Content.ReadAsStringAsync()).Should().Be(expected);
    }

    [Fact]
    public async Task Reader_OfTheContainer_IsTheOneOfCallbackPages()
    {
        await using TestApp app = await StartAsync(name: null);

        app.Services.GetRequiredService<LinkErrorReader>().ReadCallback("?error=ERR_042").Error!.Code.Should().Be("link_token_expired");
        app.Services.GetRequiredKeyedService<LinkErrorReader>("acme").ReadCallback("?error=ERR_042").Unreadable.Should().Be(LinkErrorUnreadable.WrongIssuer);
    }

    [Fact]
    public async Task Name_OfNoReaderAndNoDialect_IsRefusedWithTheWayOut()
    {
        await using TestApp app = await StartAsync("strava");

        (await app.Client.GetStringAsync(new Uri("/message?error=x", UriKind.Relative))).Should().ContainAll("'strava'", "junction", "AddLinkErrorReader(\"strava\", ...)");
    }

    [Theory]
    [InlineData("", "AddLinkErrorReader: Codes[\"ERR_042\"] is 'no_such_code'")]
    [InlineData("acme", "AddLinkErrorReader(\"acme\"): Codes[\"ERR_042\"] is 'no_such_code'")]
    public async Task Options_ThatCanReadNothing_StopTheStart(string name, string expected)
    {
        Func<Task> start = async () =>
        {
            await using TestApp app = await TestApp.StartAsync(
                app => app.UseLinkErrors(),
                services: application =>
                {
                    LinkErrorsBuilder builder = application.Services.AddLinkErrors();
                    _ = name.Length == 0
                        ? builder.AddLinkErrorReader(options => options.Codes["ERR_042"] = "no_such_code")
                        : builder.AddLinkErrorReader(name, options => options.Codes["ERR_042"] = "no_such_code");
                });
        };

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(expected);
    }

    private static Task<TestApp> StartAsync(string? name) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapMethods("/cb", ["GET", "POST"], async (HttpRequest request) => Describe(await request.ReadLinkErrorAsync(name)));
            app.MapGet("/message", async (HttpRequest request) =>
            {
                try
                {
                    return Describe(await request.ReadLinkErrorAsync(name));
                }
                catch (InvalidOperationException exception)
                {
                    return exception.Message;
                }
            });
        },
        services: application => application.Services.AddLinkErrors()
            .AddLinkErrorReader(options => options.Codes["ERR_042"] = LinkErrorCodes.LinkTokenExpired)
            .AddLinkErrorReader("acme", options =>
            {
                options.Codes["ERR_043"] = LinkErrorCodes.LinkTokenConsumed;
                options.ExpectedIssuer = Issuer;
                options.RequireIssuer = true;
                options.MaxLength = 100;
            })
            .AddLinkErrorReader("acme", options => options.Adjust = static (error, _) => error.Code == LinkErrorCodes.LinkTokenConsumed ? error with { Message = "adjusted" } : error));

    private static string Describe(LinkErrorReading reading) =>
        !reading.IsError ? reading.Unreadable.ToString()!
        : reading.Error.Message == "adjusted" ? $"{reading.Error.Code} by {reading.Error.Origin!.Dialect}, adjusted"
        : $"{reading.Error.Code} by {reading.Error.Origin!.Dialect}";
}
