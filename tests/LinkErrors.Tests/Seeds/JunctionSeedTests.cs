using System.Net;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Seeds;

public sealed class JunctionSeedTests(LabHost lab) : IClassFixture<LabHost>
{
    [Fact]
    public async Task Redirect_OfTheSeedExample_IsTheSameUrl()
    {
        using HttpClient client = lab.CreatePlainClient();

        using HttpResponseMessage response = await client.GetAsync(
            "/try/junction/provider_credential_error?client_id=wearables&redirect_uri=https://example.com/vital/callback&message=Invalid%20username%20or%20password");

        response.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        response.Headers.GetValues("Location").Should().Equal(
            "https://example.com/vital/callback?state=error&error_type=provider_credential_error&error=Invalid%20username%20or%20password");
    }
}
