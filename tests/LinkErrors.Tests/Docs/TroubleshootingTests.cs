using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.RegularExpressions;
using LinkErrors.Diagnostics;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Handling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Docs;

/// <summary>docs/troubleshooting.md: each mistake is made, and the words of the page are those that come of it.</summary>
public sealed partial class TroubleshootingTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "troubleshooting.md")).ReplaceLineEndings("\n");

    private static readonly Dictionary<string, Mistake> Mistakes = new(StringComparer.Ordinal)
    {
        ["`UseLinkErrors` is missing"] = new() { Pipeline = app => MapLink(app) },
        ["`UseLinkErrors` stands behind the endpoints"] = new() { Pipeline = UseBehindEndpoints, Path = "/link" },
        ["`[LinkErrors]` without `AddMvcErrors`"] = new()
        {
            Pipeline = app =>
            {
                app.UseLinkErrors();
                app.MapControllers();
            },
            Services = services => services.AddControllers().ConfigureApplicationPartManager(static parts =>
            {
                parts.ApplicationParts.Clear();
                parts.ApplicationParts.Add(new OneController());
            }),
        },
        ["A scheme of a login is misspelt"] = new()
        {
            Services = services =>
            {
                services.AddAuthentication().AddOAuth("acme", options =>
                {
                    options.ClientId = "link";
                    options.ClientSecret = "secret";
                    options.AuthorizationEndpoint = "https://acme.example/authorize";
                    options.TokenEndpoint = "https://acme.example/token";
                    options.CallbackPath = "/signin-acme";
                });
                services.AddLinkErrors().AddRemoteLoginErrors("acne");
            },
        },
        ["A key is misspelt"] = new() { Settings = ["Clients:wearables:RedirectUri=https://example.com/vital/callback"] },
        ["A dialect is misspelt"] = new() { Settings = ["Dialect=junctoin"] },
        ["A value has another type"] = new() { Settings = ["FlowTimeout=2 seconds"] },
        ["A redirect URI with http"] = new() { Settings = ["Clients:wearables:RedirectUris:0=http://intranet.example/callback"] },
        ["A redirect URI with a wildcard"] = new() { Settings = ["Clients:wearables:RedirectUris:0=https://*.example.com/callback"] },
        ["The client is not registered"] = new() { Path = "/link?client_id=wearable" },
        ["The redirect URI differs by a slash"] = new()
        {
            Settings = ["Clients:wearables:RedirectUris:0=https://example.com/vital/callback"],
            Path = "/link?client_id=wearables&redirect_uri=https%3A%2F%2Fexample.com%2Fvital%2Fcallback%2F",
        },
        ["No redirect URI is named, and the client has two"] = new()
        {
            Settings = ["Clients:wearables:RedirectUris:0=https://example.com/a", "Clients:wearables:RedirectUris:1=https://example.com/b"],
            Path = "/link?client_id=wearables",
        },
        ["A client without a redirect URI"] = new() { Settings = ["Clients:wearables:Dialect=junction"] },
        ["Two clients with one redirect URI"] = new() { Settings = ["Clients:phone:RedirectUris:0=https://example.com/cb", "Clients:web:RedirectUris:0=https://example.com/cb"] },
        ["The page of the application is not there"] = new() { Settings = ["ErrorPage:Path=/oops"], Path = "/link", Accept = "text/html" },
    };

    public static TheoryData<string> Headings => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task Mistake_OfThePage_SaysItsWords(string heading)
    {
        string words = Section(heading).Split('\n').Single(line => line.StartsWith("> `", StringComparison.Ordinal))[3..^1];

        (await Mistakes[heading].MakeAsync()).Should().Be(words);
    }

    [Fact]
    public void Page_ShowsMistakes_ThatAreMadeHere() =>
        HeadingOfAMistake().Matches(Page[Page.IndexOf("\n## ", StringComparison.Ordinal)..Page.IndexOf("\n## Every log event", StringComparison.Ordinal)])
            .Select(match => match.Groups["heading"].Value).Should().Equal(Mistakes.Keys);

    [Fact]
    public void Page_SaysWhatToDo_AboutEveryEventAboveInformation()
    {
        string[] events =
        [
            .. typeof(LinkErrorsLog).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!)
                .Where(message => message.Level > LogLevel.Information || message.EventId is >= 10 and <= 19)
                .OrderBy(message => message.EventId)
                .Select(message => $"{message.EventId} `{message.EventName}`"),
        ];

        events.Should().HaveCountGreaterThan(25);
        EventRow().Matches(Page).Select(row => row.Groups["event"].Value).Should().Equal(events);
    }

    private static string Section(string heading)
    {
        int begin = Page.IndexOf($"### {heading}\n", StringComparison.Ordinal);
        begin.Should().BePositive("the page has the heading '{0}'", heading);
        int end = Page.IndexOf("\n#", begin + 4, StringComparison.Ordinal);
        return Page[begin..(end < 0 ? Page.Length : end)];
    }

    private static void MapLink(WebApplication app) => app.MapGet("/link", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Interactive);

    private static void UseWell(WebApplication app)
    {
        app.UseLinkErrors();
        MapLink(app);
    }

    [SuppressMessage("Usage", "ASP0014", Justification = "It is the mistake.")]
    private static void UseBehindEndpoints(WebApplication app)
    {
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapGet("/link", () => "linked").WithLinkErrors(LinkEndpointKind.Interactive));
        app.UseLinkErrors();
    }

    [GeneratedRegex(@"^### (?<heading>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HeadingOfAMistake();

    [GeneratedRegex(@"^\| (?<event>\d+ `\w+`) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EventRow();

    private sealed class OneController : ApplicationPart, IApplicationPartTypeProvider
    {
        public override string Name => nameof(OneController);

        public IEnumerable<TypeInfo> Types => [typeof(MarkedController).GetTypeInfo()];
    }

    private sealed record Mistake
    {
        public Action<WebApplication> Pipeline { get; init; } = UseWell;

        public Action<IServiceCollection> Services { get; init; } = static _ => { };

        public string[] Settings { get; init; } = [];

        public string? Path { get; init; }

        public string Accept { get; init; } = "application/json";

        /// <summary>The one thing that is said about it: the message of the start, or the line in the log.</summary>
        public async Task<string> MakeAsync()
        {
            TestApp app;
            try
            {
                app = await TestApp.StartAsync(
                    Pipeline,
                    [.. Settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create("LinkErrors:" + pair[0], (string?)pair[1]))],
                    builder => Services(builder.Services));
            }
            catch (Exception exception)
            {
                return exception.Message;
            }

            await using (app)
            {
                if (Path is not null)
                {
                    using HttpRequestMessage request = new(HttpMethod.Get, Path) { Headers = { { "Accept", Accept } } };
                    using HttpResponseMessage response = await app.Client.SendAsync(request);
                }
            }

            return app.Log.Own.Should().ContainSingle(entry => entry.EventId.Id >= 10 && entry.EventId.Name != "KeyRingNotPersisted").Which.Text;
        }
    }
}
