using System.Globalization;
using System.Text;
using LinkErrors.Client.Tests.Hosts;
using LinkErrors.Dialects;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace LinkErrors.Client.Tests.Matrix;

/// <summary>
/// One side throws a typed exception, the other catches it: every code in every dialect, on a redirect and as JSON, over
/// a real server and through the handler.
/// </summary>
public sealed class MatrixTests(PeerHost peer, ITestOutputHelper output) : IClassFixture<PeerHost>
{
    private static readonly Dictionary<string, string> ExceptionNames = SpecifiedCodes.All.ToDictionary(row => row.Code, row => row.Exception, StringComparer.Ordinal);

    /// <summary>Errors that put the target itself in doubt are answered on the spot (RFC 6749 §4.1.2.1).</summary>
    private static readonly string[] NeverRedirected =
        ["callback_url_missing", "callback_url_invalid", "redirect_uri_missing", "invalid_redirect_uri", "invalid_client", "link_token_missing"];

    [Theory]
    [InlineData("junction")]
    [InlineData("orcidlink")]
    [InlineData("zapier")]
    [InlineData("centralauth")]
    [InlineData("loop")]
    [InlineData("oauth")]
    [InlineData("problem-details")]
    public async Task Exception_ThrownByAPeer_IsCaughtAsItself(string dialect)
    {
        LinkErrorDialect spoken = LinkErrorDialects.All.Single(known => known.Name == dialect);
        await using ServiceProvider services = Services(options => options.Reader.Dialect = spoken);
        await using ServiceProvider strangers = Services(static _ => { });
        StringBuilder matrix = new();
        int recognised = 0;
        foreach ((string code, _) in SpecifiedCodes.All)
        {
            string[] cells = new string[2];
            foreach (string medium in (string[])[RoundTripCollapses.Json, RoundTripCollapses.Parameters])
            {
                LinkException caught = await CatchAsync(services, dialect, medium, code);
                bool isUrl = medium == RoundTripCollapses.Parameters && !NeverRedirected.Contains(code, StringComparer.Ordinal);
                string expected = RoundTripCollapses.Expected(dialect, isUrl ? medium : RoundTripCollapses.Json, code);

                caught.Code.Should().Be(expected, "{0} sends {1} by {2}", dialect, code, medium);
                caught.GetType().Name.Should().Be(ExceptionNames[expected]);
                caught.Error.Origin!.Dialect.Should().Be(dialect);
                CarriedValues.Verify(caught.Error, dialect, isUrl, code);
                cells[isUrl || medium == RoundTripCollapses.Parameters ? 1 : 0] = (expected == code ? "=" : expected) + (medium == RoundTripCollapses.Parameters && !isUrl ? " (answered on the spot)" : "");
                recognised += (await CatchAsync(strangers, dialect, medium, code)).Code == expected ? 1 : 0;
            }

            matrix.Append(CultureInfo.InvariantCulture, $"{dialect,-16}{code,-36}json: {cells[0],-26}redirect: {cells[1]}\n");
        }

        output.WriteLine(matrix.ToString());
        output.WriteLine($"{dialect}: {SpecifiedCodes.All.Count * 2} ways, each the same exception or its collapse; {recognised} of them also where nobody said which dialect it is");
        recognised.Should().BeGreaterThan(SpecifiedCodes.All.Count * 2 * 9 / 10);
    }

    private static ServiceProvider Services(Action<LinkErrorClientOptions> configure)
    {
        ServiceCollection services = new();
        services.AddHttpClient("peer")
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
            .AddLinkErrors(options =>
            {
                options.ReadsStatus = static _ => true;
                configure(options);
            });
        return services.BuildServiceProvider();
    }

    private async Task<LinkException> CatchAsync(ServiceProvider services, string dialect, string medium, string code)
    {
        using HttpClient client = services.GetRequiredService<IHttpClientFactory>().CreateClient("peer");
        string kind = medium == RoundTripCollapses.Json ? "json" : "redirect";
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(peer.Address, $"/{dialect}/{kind}/{code}?client_id=test&state={Uri.EscapeDataString(PeerHost.State)}"));
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer secret-token");

        LinkException caught = (await FluentActions.Awaiting(() => client.SendAsync(request)).Should().ThrowAsync<LinkException>("{0} sends {1} by {2}", dialect, code, medium)).Which;

        caught.DebugMessage.Should().StartWith($"GET {peer.Address}{dialect}/{kind}/{code} answered ").And.NotContain("?").And.NotContain("secret");
        return caught;
    }
}
