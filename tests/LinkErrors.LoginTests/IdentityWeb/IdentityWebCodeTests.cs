using LinkErrors.LoginTests.Applications;
using LinkErrors.LoginTests.Table;
using Links;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace LinkErrors.LoginTests.IdentityWeb;

/// <summary>Identity.Web that calls an API redeems the code with MSAL, which has exceptions of its own.</summary>
public sealed class IdentityWebCodeTests(LoginResults results) : IClassFixture<LoginResults>
{
    [Theory]
    [InlineData("invalid_grant", 400, "provider_error")]
    [InlineData("invalid_client", 401, "provider_error")]
    [InlineData("temporarily_unavailable", 503, "provider_api_error")]
    [InlineData("request_timeout", 0, "provider_api_error")]
    public async Task Code_ThatMsalCannotRedeem_IsWhatTheSampleMakesOfIt(string error, int status, string code)
    {
        LoginEnding ending = await results.Unnamed.GetAsync(Redeem(new MsalServiceException(error, "AADSTS1: Hunter2", status), IdentityWebSample.AddServices), new LoginRow(error, code), withLibrary: true);

        ending.Should().BeEquivalentTo(new { Where = "client", Code = code, LoginApplication.State }, "\n{0}\n", ending.Trace);
        ending.Text.Should().NotContain("Hunter2");
    }

    /// <summary>What the sample is for.</summary>
    [Fact]
    public async Task Code_ThatMsalCannotRedeem_IsAFaultOfTheApplicationWithoutTheSample()
    {
        LoginEnding ending = await results.Unnamed.GetAsync(Redeem(new MsalServiceException("invalid_grant", "AADSTS1: Hunter2", 400), _ => { }), new LoginRow("without", "server_error"), withLibrary: true);

        ending.Should().BeEquivalentTo(new { Where = "client", Code = "server_error" });
        ending.Text.Should().NotContain("Hunter2");
    }

    private static LoginHandler Redeem(MsalServiceException failure, Action<IServiceCollection> configure)
    {
        LoginHandler identityWeb = LoginHandler.All.Single(handler => handler.Name == "AddMicrosoftIdentityWebApp");
        return identityWeb with
        {
            Add = (builder, provider, settings) =>
            {
                identityWeb.Add(builder, provider, settings);
                builder.Services.Configure<OpenIdConnectOptions>(LoginHandler.Scheme, options =>
                {
                    options.ResponseType = "code";
                    options.Events.OnAuthorizationCodeReceived = _ => throw failure;
                });
                configure(builder.Services);
            },
        };
    }
}
