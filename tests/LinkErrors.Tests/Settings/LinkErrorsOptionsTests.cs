using System.Reflection;
using System.Xml.Linq;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Settings;

/// <summary>Every default is what its documentation says, and every setting can come from anywhere that configuration comes from.</summary>
public sealed class LinkErrorsOptionsTests
{
    public static TheoryData<Type, string, object?, string> Defaults => new()
    {
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.Dialect), "oauth", "The default is oauth." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.FallbackRedirectUri), null, "The default is null: the error is shown by this service." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.LoginPath), null, "The default is null." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.ErrorUriBase), null, "The default is null: errors point to the catalog where MapLinkErrorCatalog shows it, on the host that was asked." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.ErrorUriInChallenges), false, "The default is false." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.Issuer), null, "The default is null." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.Realm), "link", "The default is link." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.ResourceMetadata), null, "The default is null: challenges do not name it." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.DPoPAlgorithms), Array.Empty<string>(), "The default is empty: challenges do not name any." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.CustomizeWriteContext), null, "The default is null: every request has the same." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.LocalizeMessages), false, "The default is false: the messages of the catalog, in English." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.IncludeDebugDetails), null, "The default is null: only in the Development environment." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.IncludeClientInTelemetry), false, "The default is false." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.CatchAll), false, "The default is false." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.AnswerAtEndpoint), false, "The default is false." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.PreserveMethodOnRedirect), false, "The default is false." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.MaximumUrlLength), 2048, "The default is 2048. The least is 256." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.StateLifetime), TimeSpan.FromMinutes(15), "The default is 15 minutes. It is more than zero." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.FlowTimeout), TimeSpan.FromSeconds(2), "The default is 2 seconds. It is more than zero." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.RedirectOnly), Array.Empty<string>(), "The default is empty: every error whose definition allows it is redirected." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.Events), null, "The default is null: nothing." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.EventsType), null, "The default is null." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.Clients), Array.Empty<KeyValuePair<string, LinkClientOptions>>(), "The default is empty." },
        { typeof(LinkClientOptions), nameof(LinkClientOptions.ClientId), null, "The default is null: the name of the entry is the client identifier." },
        { typeof(LinkErrorsOptions), nameof(LinkErrorsOptions.ErrorPage), new LinkErrorPageOptions(), "The default names no product and loads nothing." },
        { typeof(LinkErrorPageOptions), nameof(LinkErrorPageOptions.ProductName), null, "The default is null: the texts speak of the app or site that the user came from." },
        { typeof(LinkErrorPageOptions), nameof(LinkErrorPageOptions.LogoUri), null, "The default is null: no mark." },
        { typeof(LinkErrorPageOptions), nameof(LinkErrorPageOptions.AccentColor), null, "The default is null: #3453d1." },
        { typeof(LinkErrorPageOptions), nameof(LinkErrorPageOptions.SupportUri), null, "The default is null: no link." },
        { typeof(LinkErrorPageOptions), nameof(LinkErrorPageOptions.StyleSheet), null, "The default is null: nothing is loaded." },
        { typeof(LinkErrorPageOptions), nameof(LinkErrorPageOptions.StartPath), null, "The default is null: \"Try again\" is shown only for flows that name their start." },
        { typeof(LinkErrorPageOptions), nameof(LinkErrorPageOptions.Path), null, "The default is null: the library's page." },
        { typeof(LinkClientOptions), nameof(LinkClientOptions.RedirectUris), Array.Empty<string>(), "The default is empty." },
        { typeof(LinkClientOptions), nameof(LinkClientOptions.Dialect), null, "The default is null." },
        { typeof(LinkClientOptions), nameof(LinkClientOptions.AllowLoopbackPorts), false, "The default is false." },
        { typeof(LinkClientOptions), nameof(LinkClientOptions.AllowLocalhostPorts), false, "The default is false." },
        { typeof(LinkClientOptions), nameof(LinkClientOptions.AllowInsecureSchemes), false, "The default is false." },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Default_OfEveryOption_IsWhatItsDocumentationSays(Type type, string property, object? value, string documentation)
    {
        ArgumentNullException.ThrowIfNull(type);
        XElement member = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"))
            .Descendants("member").Single(item => (string?)item.Attribute("name") == $"P:{type.FullName}.{property}");

        type.GetProperty(property)!.GetValue(Activator.CreateInstance(type)).Should().BeEquivalentTo(value);
        member.Element("value")!.Value.Should().Be(documentation);
    }

    [Fact]
    public void Defaults_Table_HasEveryOption()
    {
        IEnumerable<string> all = new[] { typeof(LinkErrorsOptions), typeof(LinkErrorPageOptions), typeof(LinkClientOptions) }
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => $"{type.Name}.{property.Name}"));

        Defaults.Select(row => $"{((Type)row[0]!).Name}.{row[1]}").Should().BeEquivalentTo(all);
    }

    [Theory]
    [InlineData("Production", null, false)]
    [InlineData("Development", null, true)]
    [InlineData("Production", "true", true)]
    [InlineData("Development", "false", false)]
    [InlineData("Staging", null, false)]
    public async Task IncludeDebugDetails_LeftOut_IsOnInDevelopmentOnly(string environment, string? setting, bool isOn)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw new InvalidOperationException("hunter2")).WithLinkErrors();
            },
            setting is null ? null : LabSettings.WithClient(("IncludeDebugDetails", setting)),
            environment: environment);

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        (await response.Content.ReadAsStringAsync()).Contains("hunter2", StringComparison.Ordinal).Should().Be(isOn);
    }

    /// <summary>Debug details go into bodies, never into a URL, where proxies and histories keep them.</summary>
    [Fact]
    public async Task IncludeDebugDetails_OnARedirect_ShowsNothing()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw new InvalidOperationException("hunter2")).WithLinkErrors();
            },
            LabSettings.WithClient(),
            environment: "Development");

        using HttpResponseMessage response = await app.Client.GetAsync("/" + LabSettings.Flow);

        response.GetLocation().Should().StartWith(LabSettings.RedirectUri).And.NotContain("hunter2").And.NotContain("Exception");
    }

    [Fact]
    public async Task Configuration_FromEnvironmentVariables_IsRead()
    {
        // A prefix of the test's own keeps the variables from every other test of the process.
        string prefix = $"T{Guid.NewGuid():N}_";
        Dictionary<string, string> variables = new(StringComparer.Ordinal)
        {
            ["LinkErrors__Dialect"] = "junction",
            ["LinkErrors__FallbackRedirectUri"] = "https://ui.example.org#orcidlink/error",
            ["LinkErrors__LoginPath"] = "/login",
            ["LinkErrors__ErrorUriBase"] = "https://docs.example.org/errors",
            ["LinkErrors__Issuer"] = "https://issuer.example",
            ["LinkErrors__Realm"] = "accounts",
            ["LinkErrors__LocalizeMessages"] = "true",
            ["LinkErrors__IncludeDebugDetails"] = "true",
            ["LinkErrors__CatchAll"] = "TRUE",
            ["LinkErrors__AnswerAtEndpoint"] = "true",
            ["LinkErrors__PreserveMethodOnRedirect"] = "true",
            ["LinkErrors__MaximumUrlLength"] = "1024",
            ["LinkErrors__StateLifetime"] = "00:05:00",
            ["LinkErrors__FlowTimeout"] = "00:00:01",
            ["LinkErrors__RedirectOnly__0"] = "access_denied",
            ["LinkErrors__Clients__wearables__RedirectUris__0"] = "https://client.example/a",
            ["LinkErrors__Clients__wearables__RedirectUris__1"] = "https://client.example/b",
            ["LinkErrors__Clients__wearables__Dialect"] = "zapier",
            ["LINKERRORS__CLIENTS__desktop__REDIRECTURIS__0"] = "http://127.0.0.1/cb",
            ["LinkErrors__Clients__desktop__AllowLoopbackPorts"] = "true",
            ["LinkErrors__Clients__desktop__AllowInsecureSchemes"] = "true",
        };
        try
        {
            foreach ((string name, string value) in variables)
            {
                Environment.SetEnvironmentVariable(prefix + name, value);
            }

            await using TestApp app = await TestApp.StartAsync(app => app.UseLinkErrors(), services: builder => builder.Configuration.AddEnvironmentVariables(prefix));
            LinkErrorsOptions options = app.Services.GetRequiredService<IOptions<LinkErrorsOptions>>().Value;

            LinkErrorsOptions expected = new()
            {
                Dialect = "junction",
                FallbackRedirectUri = "https://ui.example.org#orcidlink/error",
                LoginPath = "/login",
                ErrorUriBase = "https://docs.example.org/errors",
                Issuer = "https://issuer.example",
                Realm = "accounts",
                LocalizeMessages = true,
                IncludeDebugDetails = true,
                CatchAll = true,
                AnswerAtEndpoint = true,
                PreserveMethodOnRedirect = true,
                MaximumUrlLength = 1024,
                StateLifetime = TimeSpan.FromMinutes(5),
                FlowTimeout = TimeSpan.FromSeconds(1),
                RedirectOnly = { "access_denied" },
                Clients =
                {
                    ["wearables"] = new LinkClientOptions { Dialect = "zapier", RedirectUris = { "https://client.example/a", "https://client.example/b" } },
                    ["desktop"] = new LinkClientOptions { AllowLoopbackPorts = true, AllowInsecureSchemes = true, RedirectUris = { "http://127.0.0.1/cb" } },
                },
            };
            options.Should().BeEquivalentTo(expected);
        }
        finally
        {
            foreach (string name in variables.Keys)
            {
                Environment.SetEnvironmentVariable(prefix + name, null);
            }
        }
    }
}
