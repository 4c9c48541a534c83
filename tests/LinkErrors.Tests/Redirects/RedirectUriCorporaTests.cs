using System.Text.Json;
using LinkErrors.Flows;
using LinkErrors.Settings;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Redirects;

/// <summary>The decision tables of other implementations. Rows that pin an implementation count where the standard is known.</summary>
public sealed class RedirectUriCorporaTests
{
    /// <summary>The tilde is a notation of ASP.NET Core that no browser knows, so a setting may not have it.</summary>
    private static readonly string[] OtherNotation = ["~/", "~/foo.html"];

    [CorporaTheory]
    [InlineData("doorkeeper", 67)]
    [InlineData("fosite", 42)]
    [InlineData("identityserver4", 33)]
    [InlineData("oauthlib", 34)]
    [InlineData("openiddict", 8)]
    [InlineData("spring", 21)]
    public void Rows_MarkedAllowOrDeny_ComeOutSo(string file, int count)
    {
        List<string> wrong = [];
        int judged = 0;
        foreach (JsonElement row in JsonDocument.Parse(Corpora.Read("redirect-uri", file + ".json")).RootElement.EnumerateArray())
        {
            string expected = row.GetProperty("expect").GetString()!;
            expected = expected == "implementation" && row.TryGetProperty("standards", out JsonElement standards) ? standards.GetString()! : expected;
            if (expected == "implementation")
            {
                continue;
            }

            judged++;
            if (IsAllowed(row) != (expected == "allow"))
            {
                wrong.Add(row.GetRawText());
            }
        }

        wrong.Should().BeEmpty();
        judged.Should().Be(count);
    }

    [CorporaFact]
    public void LoginPath_OfLocalUrlRows_IsAllowedOrRefusedAsTheySay()
    {
        JsonElement[] rows = [.. JsonDocument.Parse(Corpora.Read("redirect-uri", "localurl-aspnetcore.json")).RootElement.EnumerateArray()];
        rows.Should().HaveCount(58);
        foreach (JsonElement row in rows)
        {
            string? path = row.GetProperty("requested").GetString();
            bool expected = row.GetProperty("expect").GetString() == "allow" && !OtherNotation.Contains(path, StringComparer.Ordinal);

            (path is not null && IsLoginPath(path)).Should().Be(expected, "{0}", path);
        }
    }

    /// <summary>
    /// The hosts of the URL standard's tests: what may be registered is what a browser makes of it, and every valid
    /// internationalised host may be. Of ASCII alone a browser of today may take more, one of yesterday refuses it.
    /// </summary>
    [CorporaFact]
    public void Host_OfToAsciiRows_IsRegisteredOnlyAsBrowsersReadIt()
    {
        int valid = 0;
        foreach (JsonElement row in JsonDocument.Parse(Corpora.Read("wpt-url", "toascii.json")).RootElement.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object))
        {
            string input = row.GetProperty("input").GetString()!;
            string? output = row.GetProperty("output").GetString();
            if (RedirectUriValidator.Check($"https://{input}/cb") is null)
            {
                output.Should().Be(input);
                BrowserUrl.ShouldLeadTo($"https://{input}/cb", $"https://{input}/cb");
            }

            // A row that begins with other letters proves that its output is valid, apart from lengths and hyphens, which are ours.
            if (output is { Length: < 254 } && !input.All(char.IsAscii) && output.Split('.').All(label => label is { Length: > 0 and < 64 } and not ['-', ..] and not [.., '-']))
            {
                bool isHyphenated = output is "xn----xhn" or "xn--a---kp0a";
                (RedirectUriValidator.Check($"https://{output}/cb") is null).Should().Be(!isHyphenated, "{0}", output);
                valid++;
            }
        }

        valid.Should().BeGreaterThan(30);
    }

    private static bool IsAllowed(JsonElement row)
    {
        JsonElement options = row.GetProperty("options");
        // Rows that do not ask for secure schemes are about comparison, so they get the client that opted in.
        bool isLax = !Has(options, "requireSecure");
        string? requested = row.GetProperty("requested").GetString();
        if (row.GetProperty("kind").GetString() is "syntax" or "registration")
        {
            return RedirectUriValidator.Check(requested, isLax) is null;
        }

        IEnumerable<string> registered = row.GetProperty("registered").EnumerateArray()
            .Select(uri => uri.GetString()!)
            .Where(uri => RedirectUriValidator.Check(uri, isLax) is null);
        LinkClient client = new("client", registered, allowLoopbackPorts: Has(options, "loopbackAnyPort"), allowInsecureSchemes: isLax);
        return client.Validate(requested).IsAllowed;
    }

    private static bool Has(JsonElement options, string name) => options.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static bool IsLoginPath(string path)
    {
        LinkErrorsOptionsValidator validator = new(new LinkErrorDialectRegistry([]), LinkErrorCatalog.Default);
        return validator.Validate(name: null, new LinkErrorsOptions { LoginPath = path }).Succeeded;
    }
}
