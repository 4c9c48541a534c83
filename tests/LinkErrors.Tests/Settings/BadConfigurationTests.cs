using System.Text;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Settings;

/// <summary>
/// A wrong setting stops the start, with a message that names the full key, the value and the rule. What is accepted here
/// would be found out by a user in the middle of a link flow.
/// </summary>
public sealed class BadConfigurationTests
{
    private const string Web = "Clients:web:RedirectUris:0";

    /// <summary>Key below <c>LinkErrors</c>, value, and a part of the rule that the message states.</summary>
    public static TheoryData<string, string, string> Rows => new()
    {
        // Names that nobody knows.
        { "Dialect", "junctoin", "no such dialect. Did you mean 'junction'? Known dialects: junction" },
        { "Clients:web:Dialect", "orcid-link", "no such dialect. Did you mean 'orcidlink'?" },
        { "Dialekt", "oauth", "no such key. Did you mean 'Dialect'? Known keys of LinkErrors: Dialect" },
        { "Clients:web:RedirectUri", "https://client.example/cb", "no such key. Did you mean 'RedirectUris'?" },
        { "RedirectOnly:0", "acces_denied", "no such code in the catalog. Did you mean 'access_denied'?" },
        { "Dialect", "klingon", "no such dialect. Known dialects: junction, orcidlink, zapier, centralauth, loop, oauth, problem-details" },
        { "Dialect", "", "Known dialects: junction" },
        { "Dialect", " oauth", "Known dialects: junction" },
        { "Clients:web:Dialect", "klingon", "Known dialects: junction" },
        { "Clients:web:Dialect", "", "Known dialects: junction" },
        { "Mappings", "x", "no such key" },
        { "Clients:web:Uris", "https://client.example/cb", "no such key. Known keys of LinkErrors:Clients:web: ClientId, RedirectUris, Dialect" },
        { "Clients:web:AllowLoopbackPort", "true", "no such key" },

        // Identifiers of clients.
        { "Clients:web:ClientId", "", "not empty" },
        { "Clients:web:ClientId:0", "mcp", "single value" },

        // A value where a list or a section belongs, and the other way round.
        { "Clients", "web", "section" },
        { "Clients:web", "https://client.example/cb", "section" },
        { "Clients:web:RedirectUris", "https://client.example/cb", "list" },
        { "Clients:web:RedirectUris:0:Uri", "https://client.example/cb", "single value" },
        { "Clients:web:Dialect:Name", "oauth", "single value" },
        { "Dialect:0", "oauth", "single value" },
        { "RedirectOnly", "access_denied", "list" },
        { "RedirectOnly:0:Code", "access_denied", "single value" },
        { "FlowTimeout:Seconds", "1", "single value" },

        // RFC 9449 §4.2: neither none nor a symmetric algorithm.
        { "DPoPAlgorithms", "ES256", "list" },
        { "DPoPAlgorithms:0", "none", "asymmetric" },
        { "DPoPAlgorithms:0", "HS256", "asymmetric" },
        { "DPoPAlgorithms:0", "", "asymmetric" },
        { "DPoPAlgorithms:0", "ES256 PS256", "one asymmetric" },
        { "DPoPAlgorithms:0", "\"", "asymmetric" },

        // Codes that no catalog has would never be redirected.
        { "RedirectOnly:0", "denied", "no such code in the catalog. Add one" },
        { "RedirectOnly:0", "", "no such code" },

        // Redirect URIs: RFC 6749 §3.1.2, RFC 8252 §7.1 and §7.3, RFC 9700 §4.1.3.
        { Web, "", "must not be empty" },
        { Web, "/cb", "absolute" },
        { Web, "client.example/cb", "absolute" },
        { Web, "//client.example/cb", "absolute" },
        { Web, "https:client.example/cb", "'//'" },
        { Web, "https:///cb", "host" },
        { Web, "https://client.example/cb#fragment", "no fragment" },
        { Web, "https://client.example/cb#", "no fragment" },
        { Web, "https://evil.example@client.example/cb", "user name" },
        { Web, "http://client.example/cb", "use https. Where that cannot be, AllowInsecureSchemes of this client allows it." },
        { Web, "http://127.0.0.2/cb", "use https" },
        { Web, "http://localhost.evil.example/cb", "use https" },
        { Web, "javascript:alert(1)", "not a scheme to send a browser to" },
        { Web, "javascript://client.example/%0aalert(1)", "escaped control character" },
        { Web, "data:text/html,x", "not a scheme" },
        { Web, "file:///etc/passwd", "not a scheme" },
        { Web, "myapp:/cb", "such as 'com.example.app' (RFC 8252 section 7.1). Where that cannot be, AllowInsecureSchemes of this client allows it." },
        { Web, "com.example.app:cb", "':/'" },
        { Web, "HTTPS://client.example/cb", "lower-case" },
        { Web, "https://Client.Example/cb", "lower-case" },
        { Web, "https://client.example/../cb", "'..' segments" },
        { Web, "https://client.example/./cb", "'.' or '..' segments" },
        { Web, "https://client.example/%2e%2E/cb", "escaped or not" },
        { Web, "https://client.example:0443/cb", "1 to 65535" },
        { Web, "https://client.example:65536/cb", "1 to 65535" },
        { Web, "https://client.example:/cb", "1 to 65535" },
        { Web, "https://client.example:0/cb", "1 to 65535" },
        { Web, "https://client.example:port/cb", "1 to 65535" },
        { Web, "https://clıent.example/cb", "U+0131 at position 10" },
        { Web, "https://client.example/c b", "U+0020" },
        { Web, "https://client.example\\cb", "U+005C" },
        { Web, "https://client.example/cb\r\nSet-Cookie:a=b", "U+000D" },
        { Web, "https://client.example/cb\t", "U+0009" },
        { Web, "https://client.example/%0d%0aSet-Cookie:a=b", "escaped control character" },
        { Web, "https://client.example/%zz", "two hexadecimal digits" },
        { Web, "https://127.1/cb", "IPv4" },
        { Web, "https://0x7f000001/cb", "IPv4" },
        { Web, "https://[::1%25eth0]/cb", "IPv6" },
        { Web, "https://client.example./cb", "labels" },
        { Web, "https://*.client.example/cb", "a wildcard is not supported: redirect URIs are compared letter for letter (RFC 9700 section 4.1.3). Register each by itself." },
        { Web, "https://client.example/[cb]", "square brackets" },

        // The operator's own addresses.
        { "FallbackRedirectUri", "//evil.example", "a path of this site" },
        { "FallbackRedirectUri", "/a/../b", "a path of this site" },
        { "ErrorPage:ProductName", " ", "1 to 60 characters" },
        { "ErrorPage:LogoUri", "https://cdn.example/logo.png", "Put a logo from elsewhere on this site" },
        { "ErrorPage:LogoUri", "data:text/html;base64,AAAA", "data:image/svg+xml;base64" },
        { "ErrorPage:LogoUri", "data:image/png;base64,<>", "a path of this site" },
        { "ErrorPage:AccentColor", "blue", "'#3453d1' or '#35d'" },
        { "ErrorPage:AccentColor", "#ffcc00", "is 1.5 to 1, and text needs 4.5 to 1" },
        { "ErrorPage:SupportUri", "javascript:alert(1)", "a mailto address" },
        { "ErrorPage:StyleSheet", "https://cdn.example/a.css", "'/errors.css'" },
        { "ErrorPage:StartPath", "//evil.example", "'/connect'" },
        { "ErrorPage:Path", "oops", "'/oops'" },
        { "ErrorPage:Colour", "#fff", "there is no such key" },
        { "FallbackRedirectUri", "", "must not be empty" },
        { "FallbackRedirectUri", "http://ui.example.org/error", "use https" },
        { "FallbackRedirectUri", "https://ui.example.org#a#b", "fragment" },
        { "FallbackRedirectUri", "javascript:alert(1)", "not a scheme" },
        { "ErrorUriBase", "/errors", "absolute" },
        { "ErrorUriBase", "", "must not be empty" },
        { "ErrorUriBase", "https://docs.example.org/errors#top", "no fragment" },
        { "ErrorUriBase", "com.example.docs:/errors", "http or https" },
        { "ErrorUriBase", "https://0.--/", "its host" },
        { "ErrorUriBase", "httpx:/errors", "http or https" },
        { "Issuer", "issuer.example", "absolute" },
        { "Issuer", "https://issuer.example/#fragment", "no fragment" },
        { "Issuer", "https://issuer.example/?tenant=1", "query" },
        { "Issuer", "urn:issuer", "':/'" },
        { "Issuer", "http-like:/issuer", "http or https" },
        { "LoginPath", "login", "path of this site" },
        { "LoginPath", "", "path of this site" },
        { "LoginPath", "//evil.example/login", "path of this site" },
        { "LoginPath", "/\\evil.example/login", "path of this site" },
        { "LoginPath", "https://evil.example/login", "path of this site" },
        { "LoginPath", "/login#fragment", "path of this site" },
        { "LoginPath", "/../login", "path of this site" },
        { "LoginPath", "/login\r\nX: y", "path of this site" },
        { "MaximumUrlLength", "255", "at least 256" },
        { "MaximumUrlLength", "0", "at least 256" },
        { "MaximumUrlLength", "-1", "at least 256" },
        { "Realm", "", "printable ASCII" },
        { "Realm", " ", "printable ASCII" },
        { "Realm", "réalm", "printable ASCII" },
        { "Realm", "a\r\nb", "printable ASCII" },

        // Times that never pass, or never end.
        { "FlowTimeout", "00:00:00", "more than zero and at most 7 days" },
        { "FlowTimeout", "-00:00:01", "more than zero and at most 7 days" },
        { "FlowTimeout", "8.00:00:00", "more than zero and at most 7 days" },
        { "StateLifetime", "00:00:00", "more than zero and at most 7 days" },

        // Wrong types, in words of the settings and not of the binder.
        { "StateLifetime", "15 minutes", "it is a time in hours, minutes and seconds, such as '00:15:00'." },
        { "FlowTimeout", "", "it is a time" },
        { "MaximumUrlLength", "long", "it is a whole number, such as '2048'." },
        { "MaximumUrlLength", "99999999999", "it is a whole number" },
        { "CatchAll", "yes", "it is 'true' or 'false'." },
        { "PreserveMethodOnRedirect", "1", "'true' or 'false'" },
        { "LocalizeMessages", "de", "'true' or 'false'" },
        { "IncludeDebugDetails", "always", "'true' or 'false'" },
        { "IncludeClientInTelemetry", "", "'true' or 'false'" },
        { "Clients:web:AllowLoopbackPorts", "maybe", "'true' or 'false'" },
        { "Clients:web:AllowLocalhostPorts", "maybe", "'true' or 'false'" },
        { "Clients:web:AllowInsecureSchemes", "no!", "'true' or 'false'" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Start_WithAWrongSetting_StopsAndNamesKeyValueAndRule(string key, string value, string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);

        Exception failure = await FailToStartAsync(builder => builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("LinkErrors:" + key, (string?)value)]));

        failure.Message.Should().Contain("LinkErrors:" + key).And.Contain($"'{value}'").And.Contain(rule);
    }

    /// <summary>JSON can say null and nest, which other sources can hardly.</summary>
    [Theory]
    [InlineData("""{"Dialect":null}""", "LinkErrors:Dialect")]
    [InlineData("""{"Realm":null}""", "LinkErrors:Realm")]
    [InlineData("""{"Client":{"web":{"RedirectUris":["https://client.example/cb"]}}}""", "LinkErrors:Client is 'a section': there is no such key")]
    [InlineData("""{"Clients":{"web":{"RedirectUris":[null]}}}""", "LinkErrors:Clients:web:RedirectUris:0")]
    [InlineData("""{"Clients":{"":{"RedirectUris":["https://client.example/cb"]}}}""", "LinkErrors:Clients:")]
    [InlineData("""{"Clients":{"https://app.example/client.json":{"Dialect":"oauth"}}}""", "A client identifier with a colon is the ClientId of an entry with another name.")]
    [InlineData("""{"Clients":{"urn:example:app":{"Dialect":"oauth"}}}""", "A client identifier with a colon is the ClientId of an entry with another name.")]
    [InlineData("""{"Clients":{"a":{"ClientId":"one"},"b":{"ClientId":"one"}}}""", "LinkErrors:Clients:b:ClientId is 'one': LinkErrors:Clients:a has that client identifier already.")]
    [InlineData("""{"Clients":{"a":{"ClientId":"on\ne"}}}""", "LinkErrors:Clients:a:ClientId is 'on\\u000Ae': character U+000A at position 2 cannot stand in a client identifier")]
    [InlineData("""{"Clients":{"a\u0000":{"RedirectUris":["https://client.example/cb"]}}}""", "LinkErrors:Clients:a\\u0000 is 'a\\u0000': character U+0000 at position 1 cannot")]
    [InlineData("""{"Clients":{"a\u007Fb":{}}}""", "character U+007F at position 1")]
    [InlineData("""{"Clients":{"a\u0085b":{}}}""", "character U+0085 at position 1")]
    [InlineData("""{"Clients":{"\uD83D\uDE00\uFFFDb":{}}}""", "character U+FFFD at position 2")]
    [InlineData("""{"Clients":{"a":{"ClientId":"one"},"one":{}}}""", "LinkErrors:Clients:a:ClientId is 'one': LinkErrors:Clients:one has that client identifier already.")]
    public async Task Start_WithAWrongSettingInJson_StopsAndNamesTheKey(string section, string key)
    {
        Exception failure = await FailToStartAsync(builder => AddJson(builder, section));

        failure.Message.Should().Contain(key);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Clients":{}}""")]
    [InlineData("""{"Clients":{"web":{"RedirectUris":[]}}}""")]
    [InlineData("""{"Clients":{"web":null}}""")]
    [InlineData("""{"Clients":{"web":{}}}""")]
    [InlineData("""{"clients":{"web":{"REDIRECTURIS":["https://client.example/cb"]}},"DIALECT":"OAuth"}""")]
    [InlineData("""{"FallbackRedirectUri":null,"LoginPath":null,"ErrorUriBase":null,"Issuer":null,"IncludeDebugDetails":null}""")]
    [InlineData("""{"FallbackRedirectUri":"https://ui.example.org#orcidlink/error","Issuer":"https://issuer.example/tenant","MaximumUrlLength":256}""")]
    [InlineData("""{"ErrorUriBase":"http://docs.example.org/errors?v=1","LoginPath":"/api/auth/login?again=1"}""")]
    [InlineData("""{"Clients":{"d":{"RedirectUris":["http://127.0.0.1/cb","http://[::1]:8080/cb","http://localhost/cb","com.example.app:/cb"],"AllowLoopbackPorts":true}}}""")]
    [InlineData("""{"Clients":{"d":{"RedirectUris":["http://intranet/cb","myapp:/cb"],"AllowInsecureSchemes":"True"}}}""")]
    [InlineData("""{"Clients":{"one":{"ClientId":"two"},"two":{"ClientId":"one"},"three":{"ClientId":"One"}}}""")]
    public async Task Start_WithProperSettings_Succeeds(string section)
    {
        await using TestApp app = await TestApp.StartAsync(app => app.UseLinkErrors(), services: builder => AddJson(builder, section));
    }

    [Fact]
    public async Task Start_WithSeveralWrongSettings_NamesThemAll()
    {
        Exception failure = await FailToStartAsync(builder => AddJson(
            builder, """{"Dialect":"klingon","Realm":"","Clients":{"a":{"RedirectUris":["/x","https://a.example/#f"]},"b":{"Dialekt":"x"}}}"""));

        failure.Message.Split(Environment.NewLine).Select(line => line.Split(" is '")[0]).Should().Equal(
            "5 settings are wrong:", "  - LinkErrors:Clients:b:Dialekt", "  - LinkErrors:Dialect", "  - LinkErrors:Realm", "  - LinkErrors:Clients:a:RedirectUris:0", "  - LinkErrors:Clients:a:RedirectUris:1");
    }

    /// <summary>A value of another type stops the binder; the other mistakes of the keys are told with it.</summary>
    [Fact]
    public async Task Start_WithAWrongTypeBesideAWrongKey_NamesBoth()
    {
        Exception failure = await FailToStartAsync(builder => AddJson(builder, """{"FlowTimeout":"2 s","CatchAll":"yes","Dialekt":"x"}"""));

        failure.Message.Should().StartWith("3 settings are wrong:").And.ContainAll("LinkErrors:FlowTimeout is '2 s'", "LinkErrors:CatchAll is 'yes'", "LinkErrors:Dialekt is 'x'");
    }

    /// <summary>What the console shows of it is the list: the stack would be that of the container.</summary>
    [Fact]
    public async Task Start_WithAWrongSetting_ShowsNoStack()
    {
        Exception failure = await FailToStartAsync(builder => AddJson(builder, """{"Realm":""}"""));

        failure.ToString().Should().Be("Microsoft.Extensions.Options.OptionsValidationException: LinkErrors:Realm is '': a realm is printable ASCII text. Leave the key out for 'link'.");
    }

    /// <summary>The pipeline is built before the host starts; the message is the same there.</summary>
    [Fact]
    public async Task UseLinkErrors_WithAWrongSetting_StopsWithTheSameMessage()
    {
        Func<Task> act = () => TestApp.StartAsync(app => app.UseLinkErrors(), LabSettings.WithClient(("Dialect", "klingon")));

        (await act.Should().ThrowAsync<OptionsValidationException>()).WithMessage("*LinkErrors:Dialect is 'klingon'*");
    }

    [Theory]
    [InlineData("Dialect")]
    [InlineData("Client")]
    [InlineData("RedirectUri")]
    public async Task Start_WithAWrongSettingFromCode_Stops(string what)
    {
        Exception failure = await FailToStartAsync(builder => builder.Services.AddLinkErrors(options =>
        {
            options.Dialect = what == "Dialect" ? "klingon" : "oauth";
            options.Clients[what == "Client" ? "" : "web"] = new() { RedirectUris = { what == "RedirectUri" ? "/cb" : "https://client.example/cb" } };
        }));

        failure.Should().BeAssignableTo<OptionsValidationException>();
    }

    private static async Task<Exception> FailToStartAsync(Action<WebApplicationBuilder> configure)
    {
        Func<Task> act = async () =>
        {
            await using TestApp app = await TestApp.StartAsync(_ => { }, services: configure);
        };
        return (await act.Should().ThrowAsync<Exception>()).Which;
    }

    private static void AddJson(WebApplicationBuilder builder, string section) =>
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"LinkErrors":{{section}}}""")));
}
