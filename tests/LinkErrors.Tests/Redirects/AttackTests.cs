using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Redirects;

/// <summary>Lists of attacks, over Kestrel, because only it refuses what may not stand in a header.</summary>
public sealed class AttackTests : IClassFixture<AttackTests.Host>
{
    private const string Registered = "https://client.example/cb";

    private static readonly string[] ClientControlled =
        ["client_id", "redirect_uri", "state", "response_mode", "response_type", "ui_locales", "message", "scope", "kind", "via"];

    private readonly LabHost _lab;

    public AttackTests(Host host) => _lab = host.Lab;

    [CorporaFact]
    public async Task AttackUrl_AsRedirectUri_IsNeverFollowed()
    {
        string[] attacks =
        [
            .. JsonDocument.Parse(Corpora.Read("open-redirect", "attack_urls.json")).RootElement.EnumerateArray().Select(row => row.GetProperty("requested").GetString()!),
        ];
        attacks.Should().HaveCountGreaterThan(500);
        using HttpClient client = _lab.CreatePlainClient();
        foreach (string attack in attacks)
        {
            foreach (string named in (string[])["client_id=client&", ""])
            {
                using HttpResponseMessage response = await client.GetAsync($"/try/oauth/access_denied?{named}redirect_uri={Uri.EscapeDataString(attack)}");

                response.StatusCode.Should().Be(HttpStatusCode.BadRequest, "{0}", attack);
                response.Headers.Contains("Location").Should().BeFalse("{0}", attack);
            }
        }
    }

    [CorporaFact]
    public async Task CrlfPayload_InEveryParameterOfTheClient_LeavesAWellFormedResponse()
    {
        string[] payloads =
        [
            .. JsonDocument.Parse(Corpora.Read("crlf", "crlf.json")).RootElement.EnumerateArray()
                .SelectMany(row => new[] { row.GetProperty("raw").GetString()!, Uri.EscapeDataString(row.GetProperty("decodedOnce").GetString()!) }),
        ];
        payloads.Should().HaveCountGreaterThan(150);
        await Check(payloads);
    }

    /// <summary>Rows of the project's own, which always run.</summary>
    [Fact]
    public async Task HostileText_InEveryParameterOfTheClient_LeavesAWellFormedResponse() => await Check(
    [
        "%0d%0aSet-Cookie:crlf=injection", "%0aSet-Cookie:crlf=injection", "%0d", "%00", "%7f", "%09", "%E5%98%8A%E5%98%8DSet-Cookie:crlf=injection",
        "%E2%80%A8Set-Cookie:crlf=injection", "%22", "%5C", "%27", "%3Cscript%3Ealert(1)%3C/script%3E", "%F0%9F%98%80", "%FF%FE", "%ED%A0%80", "%", "%u000aSet-Cookie:crlf=injection",
    ]);

    private async Task Check(IEnumerable<string> payloads)
    {
        using HttpClient client = _lab.CreatePlainClient();
        foreach (string payload in payloads)
        {
            foreach (string parameter in ClientControlled)
            {
                string rest = parameter switch
                {
                    "client_id" or "redirect_uri" => "",
                    _ => $"client_id=client&redirect_uri={Uri.EscapeDataString(Registered)}&",
                };
                foreach (string dialect in (string[])["oauth", "junction", "orcidlink"])
                {
                    using HttpResponseMessage response = await client.GetAsync(new Uri($"/try/{dialect}/access_denied?{rest}{parameter}={payload}", UriKind.Relative));

                    ShouldBeWellFormed(response, $"{parameter}={payload}");
                }
            }
        }
    }

    private static void ShouldBeWellFormed(HttpResponseMessage response, string because)
    {
        ((int)response.StatusCode).Should().BeOneOf([200, 302, 303, 307, 400, 403], because);
        response.Headers.Contains("Set-Cookie").Should().BeFalse(because);
        response.Headers.Any(header => header.Key.Contains("crlf", StringComparison.OrdinalIgnoreCase)).Should().BeFalse(because);
        if (response.Headers.NonValidated.TryGetValues("Location", out HeaderStringValues locations))
        {
            string location = locations.Should().ContainSingle(because).Subject;
            location.Should().StartWith(Registered, because);
            location.Should().MatchRegex("^[\x21-\x7e]+$", because);
            BrowserUrl.ShouldLeadTo(location, Registered);
        }
    }

    public sealed class Host : IDisposable
    {
        public LabHost Lab { get; } = LabHost.Start(
            "Production",
            ("LinkErrors:Clients:client:RedirectUris:0", Registered));

        public void Dispose() => Lab.Dispose();
    }
}
