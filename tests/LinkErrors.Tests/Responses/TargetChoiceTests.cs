using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;

namespace LinkErrors.Tests.Responses;

/// <summary>Whose address an error goes to: the client of the flow first, then the login page of a dialect that has login retry, then the fallback of the service.</summary>
public sealed class TargetChoiceTests
{
    private const string Client = LabSettings.RedirectUri;
    private const string Login = "/login";
    private const string Fallback = "https://fallback.example/oops";

    [Theory]
    [InlineData("orcidlink", LabSettings.Flow, true, true, Client)]
    [InlineData("centralauth", LabSettings.Flow, true, true, Client)]
    [InlineData("centralauth", "", true, true, Login)]
    [InlineData("centralauth", "", false, true, Fallback)]
    [InlineData("centralauth", "", true, false, Login)]
    [InlineData("oauth", "", true, true, Fallback)]
    [InlineData("oauth", "", true, false, null)]
    [InlineData("oauth", "", false, false, null)]
    public async Task Error_WithSeveralPlacesToGo_GoesToTheFirst(string dialect, string flow, bool hasLogin, bool hasFallback, string? expected)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/link", string () => throw new SessionExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive, dialect);
            },
            LabSettings.WithClient([.. hasLogin ? [("LoginPath", Login)] : Array.Empty<(string, string?)>(), .. hasFallback ? [("FallbackRedirectUri", Fallback)] : Array.Empty<(string, string?)>()]));

        using HttpResponseMessage response = await app.Client.GetAsync("/link" + flow);

        response.GetLocation()?.Split('?')[0].Should().Be(expected);
        (response.GetLocation() is null).Should().Be(expected is null);
    }

    /// <summary>RFC 6749 §4.1.2.1: the state is the client's, and nobody else gets it.</summary>
    [Fact]
    public async Task State_OfAFlow_IsNotSentToTheFallback()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/link", string () => throw new SessionExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);
            },
            LabSettings.WithClient(("FallbackRedirectUri", Fallback), ("RedirectOnly:0", "access_denied")));

        using HttpResponseMessage response = await app.Client.GetAsync("/link" + LabSettings.Flow);

        response.GetLocation().Should().StartWith(Fallback + "?error=").And.NotContain("state");
    }
}
