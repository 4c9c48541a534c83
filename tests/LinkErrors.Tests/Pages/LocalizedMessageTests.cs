using System.Text.Json;
using System.Web;
using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;

namespace LinkErrors.Tests.Pages;

/// <summary>With <c>LocalizeMessages</c> the fields that people read are in their language, and the fields for developers are not.</summary>
public sealed class LocalizedMessageTests
{
    private const string German = "Zu Ihrer Sicherheit kann jeder Link nur für begrenzte Zeit verwendet werden.";
    private const string Japanese = "安全のため、リンクは限られた時間だけ使えます。";
    private const string English = "The link token has expired.";

    /// <summary>The dialect, and its field for people in JSON and in a redirect; null where a redirect has none.</summary>
    public static TheoryData<string, string, string?> Dialects { get; } = new()
    {
        { "orcidlink", "message", "message" },
        { "centralauth", "message", null },
        { "junction", "error", "error" },
    };

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Message_OfADialectForPeople_IsInTheirLanguage(string dialect, string member, string? parameter)
    {
        await using TestApp app = await StartAsync(("LocalizeMessages", "true"), ("Dialect", dialect));

        (await ReadJsonAsync(app, "/api/expired", "de", member)).Should().Be(German);
        (await ReadJsonAsync(app, "/api/expired", "ja, de;q=0.5", member)).Should().Be(Japanese);
        (await ReadJsonAsync(app, $"/api/expired{LabSettings.Flow}&ui_locales=ja", "de", member)).Should().Be(Japanese, "the flow knows her language better than the browser");
        if (parameter is not null)
        {
            (await ReadRedirectAsync(app, "/expired" + LabSettings.Flow, "de", parameter)).Should().Be(German);
            (await ReadRedirectAsync(app, $"/expired{LabSettings.Flow}&ui_locales=ja", "de", parameter)).Should().Be(Japanese);
        }
    }

    /// <summary>CentralAuth has a text for people on the way back to its login page, and <c>error_description</c> on the way to a client.</summary>
    [Fact]
    public async Task Message_OfALoginRetry_IsInHerLanguage()
    {
        await using TestApp app = await StartAsync(("LocalizeMessages", "true"), ("Dialect", "centralauth"), ("LoginPath", "/login"));

        (await ReadRedirectAsync(app, "/expired", "de", "error_message")).Should().Be(German);
        (await ReadRedirectAsync(app, "/expired", "ja", "error_message")).Should().Be(Japanese);
        (await ReadRedirectAsync(app, "/expired" + LabSettings.Flow, "ja", "error_description")).Should().Be(English);
    }

    /// <summary>RFC 6749 §4.1.2.1, §5.2: <c>error_description</c> is ASCII, and for the developer of the client.</summary>
    [Theory]
    [InlineData("oauth", English)]
    [InlineData("loop", English)]
    [InlineData("zapier", null)]
    public async Task Description_OfOAuth_StaysEnglish(string dialect, string? expected)
    {
        await using TestApp on = await StartAsync(("LocalizeMessages", "true"), ("Dialect", dialect));
        await using TestApp off = await StartAsync(("Dialect", dialect));

        string json = await ReadJsonAsync(on, "/api/expired", "de", "error_description");
        string redirect = await ReadRedirectAsync(on, $"/expired{LabSettings.Flow}&ui_locales=de", "de", "error_description");

        json.Should().Be(expected ?? json).And.Be(await ReadJsonAsync(off, "/api/expired", "de", "error_description"));
        redirect.Should().Be(expected ?? redirect).And.Be(await ReadRedirectAsync(off, $"/expired{LabSettings.Flow}&ui_locales=de", "de", "error_description"));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Message_WithoutTheSetting_IsThatOfTheCatalog(string dialect, string member, string? parameter)
    {
        await using TestApp app = await StartAsync(("Dialect", dialect));

        (await ReadJsonAsync(app, $"/api/expired{LabSettings.Flow}&ui_locales=ja", "de", member)).Should().Be(English);
        (await ReadRedirectAsync(app, $"/expired{LabSettings.Flow}&ui_locales=ja", "de", parameter ?? "error_description")).Should().Be(English);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Message_OfTheErrorItself_Stays(string dialect, string member, string? parameter)
    {
        await using TestApp app = await StartAsync(("LocalizeMessages", "true"), ("Dialect", dialect));

        (await ReadJsonAsync(app, "/api/own", "de", member)).Should().Be("Ask Ada for another link.");
        (await ReadRedirectAsync(app, "/own" + LabSettings.Flow, "de", parameter ?? "error_description")).Should().Be("Ask Ada for another link.");
    }

    /// <summary>A title of ORCID Link has 5 to 50 characters, in every language and with the longest name.</summary>
    [Fact]
    public async Task Title_OfOrcidLink_IsInHerLanguageAndFits()
    {
        await using TestApp on = await StartAsync(("LocalizeMessages", "true"), ("Dialect", "orcidlink"));
        await using TestApp off = await StartAsync(("Dialect", "orcidlink"));

        (await ReadJsonAsync(on, "/api/expired", "de", "title")).Should().Be("Dieser Link ist abgelaufen");
        (await ReadJsonAsync(on, "/api/expired", "zh", "title")).Should().Be("\u6b64\u94fe\u63a5\u5df2\u8fc7\u671f");
        (await ReadRedirectAsync(on, $"/expired{LabSettings.Flow}&ui_locales=ja", "de", "title")).Should().Be("\u3053\u306e\u30ea\u30f3\u30af\u306f\u6709\u52b9\u671f\u9650\u304c\u5207\u308c\u3066\u3044\u307e\u3059");
        (await ReadJsonAsync(on, "/api/unreachable", "de", "title")).Should().Be("Fitbit antwortet nicht", "names are there without marks");
        (await ReadJsonAsync(on, "/api/titled", "de", "title")).Should().Be("A title of its own");
        (await ReadJsonAsync(on, "/api/own", "de", "title")).Should().Be("Dieser Link ist abgelaufen", "only the message is the error's own");
        (await ReadJsonAsync(off, "/api/expired", "de", "title")).Should().Be("Link token expired");
        (await ReadRedirectAsync(off, $"/expired{LabSettings.Flow}&ui_locales=ja", "de", "title")).Should().Be("Link token expired");
        string longest = await ReadJsonAsync(on, "/api/unreachable?provider=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("\U0001f517", 30))), "de", "title");
        longest.Length.Should().BeInRange(48, 50);
        longest.Should().EndWith("\U0001f517\u2026", "no character is cut in two");
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Names_InAMessage_AreThereWithoutMarks(string dialect, string member, string? parameter)
    {
        await using TestApp app = await StartAsync(("LocalizeMessages", "true"), ("Dialect", dialect));

        (await ReadJsonAsync(app, "/api/unreachable", "de", member)).Should().StartWith("Wir konnten Fitbit nicht erreichen, ");
        (await ReadJsonAsync(app, "/api/unreachable", "fr", member)).Should().StartWith("Nous n’avons pas pu joindre Fitbit, ");
        if (parameter is not null)
        {
            (await ReadRedirectAsync(app, "/unreachable" + LabSettings.Flow, "de", parameter)).Should().StartWith("Wir konnten Fitbit nicht erreichen, ");
        }
    }

    /// <summary>The log is for the people of the service: the language of a stranger does not reach it.</summary>
    [Fact]
    public async Task Reference_OfWhatNobodyExpected_IsInTheTextAndTheLogStaysEnglish()
    {
        await using TestApp app = await StartAsync(("LocalizeMessages", "true"), ("Dialect", "junction"));

        string text = await ReadJsonAsync(app, "/api/unexpected", "de", "error");

        text.Should().MatchRegex("^Es gab ein Problem, mit dem wir nicht gerechnet haben\\. Referenz: [0-9a-f]{32}$");
        app.Log.Entries.Should().NotContain(entry => entry.Text.Contains("Problem, mit dem", StringComparison.Ordinal));
    }

    private static Task<TestApp> StartAsync(params (string Key, string? Value)[] settings) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            foreach ((string prefix, LinkEndpointKind kind) in new[] { ("/api", LinkEndpointKind.Api), ("", LinkEndpointKind.Interactive) })
            {
                app.MapGet(prefix + "/expired", string () => throw new LinkTokenExpiredException()).WithLinkErrors(kind);
                app.MapGet(prefix + "/own", string () => throw new LinkTokenExpiredException { PublicMessage = "Ask Ada for another link." }).WithLinkErrors(kind);
                app.MapGet(prefix + "/unreachable", string (string? provider) => throw new ProviderApiException { Provider = provider ?? "Fitbit" }).WithLinkErrors(kind);
                app.MapGet(prefix + "/titled", string () => throw new LinkException(new LinkError(LinkErrorDefinitions.LinkTokenExpired) { Title = "A title of its own" })).WithLinkErrors(kind);
                app.MapGet(prefix + "/unexpected", string () => throw new InvalidOperationException()).WithLinkErrors(kind);
            }
        },
        LabSettings.WithClient(settings));

    private static async Task<string> ReadJsonAsync(TestApp app, string path, string language, string member)
    {
        using HttpResponseMessage response = await GetAsync(app, path, language, "application/json");
        using JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty(member).GetString()!;
    }

    private static async Task<string> ReadRedirectAsync(TestApp app, string path, string language, string parameter)
    {
        using HttpResponseMessage response = await GetAsync(app, path, language, "text/html");
        return HttpUtility.ParseQueryString(response.GetLocation()!.Split('?')[1])[parameter]!;
    }

    private static async Task<HttpResponseMessage> GetAsync(TestApp app, string path, string language, string accept)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return await app.Client.SendAsync(request);
    }
}
