using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>ErrorLab takes the whole section from configuration: its own settings, LINKERRORS_CONFIG on top, and the environment.</summary>
public sealed class LabConfigurationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task File_OfTheEnvironmentVariable_IsLoadedOnTopOfTheSettings()
    {
        await using SampleProcess lab = await StartAsync(
            """
            {
              "LinkErrors": {
                "Dialect": "centralauth",
                "LoginPath": "/login",
                "Clients": { "added": { "RedirectUris": [ "https://added.example/cb" ], "Dialect": "oauth" } }
              }
            }
            """,
            ("LinkErrors__Issuer", "https://issuer.example"),
            ("HTTP_PROXY", "http://127.0.0.1:9"));

        lab.ExitCode.Should().BeNull(lab.Output);
        (await LabAnswer.AskAsync(lab.Client, "/try/nope/server_error", HttpMethod.Get))
            .ShouldBeRedirect(302, "/login?error_message=There%20is%20no%20such%20dialect.");
        (await LabAnswer.AskAsync(lab.Client, "/try/oauth/access_denied?client_id=added&state=s-1", HttpMethod.Get)).ShouldBeRedirect(
            302, "https://added.example/cb?error=access_denied&error_description=The%20request%20was%20denied.&state=s-1&iss=https%3A%2F%2Fissuer.example");
        (await LabAnswer.AskAsync(lab.Client, "/try/zapier/link_token_expired?client_id=zap", HttpMethod.Get)).ShouldBeRedirect(
            302, "https://your-domain.com/callback?error=invalid_request&error_description=Token%20expired");
        LabAnswer page = await LabAnswer.AskAsync(lab.Client, "/?dialect=oauth&code=access_denied&kind=api", HttpMethod.Get);
        page.Status.Should().Be(200, "the page asks its own server, not a proxy");
        page.Body.Should().Contain("HTTP/1.1 400 Bad Request");
    }

    [Fact]
    public async Task File_ThatIsNotThere_StopsTheStartAndIsNamed()
    {
        await using SampleProcess lab = await StartAsync(configuration: null);

        lab.ExitCode.Should().NotBeNull().And.NotBe(0);
        lab.Output.Should().Contain(".json").And.Contain("not found");
    }

    /// <summary>A wrong setting stops the start with a message that names the key, the value and the rule.</summary>
    [Theory]
    [InlineData("""{ "LinkErrors": { "Dialect": "nope" } }""", "LinkErrors:Dialect is 'nope': there is no such dialect.")]
    [InlineData(
        """{ "LinkErrors": { "Clients": { "zap": { "RedirectUris": [ "http://plain.example/cb" ] } } } }""",
        "LinkErrors:Clients:zap:RedirectUris:0 is 'http://plain.example/cb': plain http is for the loopback hosts")]
    public async Task File_WithAWrongSetting_StopsTheStartAndSaysWhy(string configuration, string reason)
    {
        await using SampleProcess lab = await StartAsync(configuration);

        lab.ExitCode.Should().NotBeNull().And.NotBe(0);
        lab.Output.Should().Contain(reason);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>ErrorLab with a configuration file, which it watches; null names a file that is not there.</summary>
    private async Task<SampleProcess> StartAsync(string? configuration, params (string Name, string Value)[] environment)
    {
        string file = Path.Combine(_folder.FullName, "lab.json");
        if (configuration is not null)
        {
            await File.WriteAllTextAsync(file, configuration);
        }

        return await SampleProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, "ErrorLab.dll"), [.. environment, ("LINKERRORS_CONFIG", file)]);
    }
}
