using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>What other implementations test of their readers, where the standards decide it.</summary>
public sealed class PeerCorporaTests
{
    // RFC 9110 §11.6.1, RFC 6750 §3, RFC 9728 §5.1.
    [CorporaFact]
    public void Challenges_OfOtherImplementations_AreReadAlike()
    {
        JsonElement[] rows = Rows("www-authenticate");
        rows.Should().HaveCountGreaterThan(60);
        string[] failures = [.. rows.Where(row => Describe(row) is var expected && expected != Read(row)).Select(row => $"{row.GetProperty("id")}: {Describe(row)} but {Read(row)}")];
        failures.Should().BeEmpty();

        // Of malformed text no more is asked than that no error comes out of it.
        static string Read(JsonElement row)
        {
            string input = row.GetProperty("input").GetString()!;
            return IsMalformed(row)
                ? LinkErrorDialects.OAuth.ReadResponse(new LinkErrorResponse(401, [KeyValuePair.Create("WWW-Authenticate", input)]), LinkErrorCatalog.Default)?.Code ?? "none"
                : string.Join(';', AuthenticationChallenge.Parse(input).Select(challenge => Line(challenge.Scheme, challenge.Token68, challenge.Parameters.Select(parameter => (parameter.Key, parameter.Value)))));
        }

        static string Describe(JsonElement row) => IsMalformed(row)
            ? "none"
            : string.Join(';', row.GetProperty("expect").GetProperty("challenges").EnumerateArray().Select(challenge => Line(
                challenge.GetProperty("scheme").GetString()!,
                Text(challenge, "token68"),
                challenge.GetProperty("params").EnumerateObject().Select(parameter => (parameter.Name, parameter.Value.GetString()!)))));
    }

    // RFC 6749 §4.1.2.1.
    [CorporaFact]
    public void Callbacks_OfOtherImplementations_AreReadAlike()
    {
        JsonElement[] rows = Rows("callback");
        rows.Should().HaveCountGreaterThan(10);
        foreach (JsonElement row in rows)
        {
            string url = row.GetProperty("input").GetString()!;
            LinkError? error = Wire.Read("oauth", url[url.IndexOfAny(['?', '#'])..]);
            Check(row, error);
            error?.State.Should().Be(Text(row.GetProperty("expect"), "state"));
        }
    }

    // RFC 6749 §5.2. Text that is no JSON does not come as far as a dialect.
    [CorporaFact]
    public void Bodies_OfOtherImplementations_AreReadAlike()
    {
        JsonElement[] rows = [.. Rows("json").Where(row => row.GetProperty("input").GetString() is ['{', _, _, ..] or ['n', 'u', ..] or ['[', ..])];
        rows.Should().HaveCountGreaterThan(20);
        foreach (JsonElement row in rows)
        {
            Check(row, Wire.Read("oauth", row.GetProperty("context").GetProperty("status").GetInt32(), row.GetProperty("input").GetString()!));
        }
    }

    private static void Check(JsonElement row, LinkError? error)
    {
        string id = row.GetProperty("id").GetString()!;
        JsonElement expect = row.GetProperty("expect");
        (error?.Origin!.WireCode).Should().Be(Text(expect, "error"), "{0} says so", id);
        (error?.Origin!.WireText).Should().Be(Text(expect, "error_description"), "{0} says so", id);
        (error?.HelpUri?.OriginalString).Should().Be(Text(expect, "error_uri"), "{0} says so", id);
    }

    private static JsonElement[] Rows(string kind) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Corpora.Folder!, "client"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonElement.Parse(File.ReadAllText(file)).EnumerateArray())
            .Where(row => row.GetProperty("kind").GetString() == kind && row.GetProperty("basis").GetString() == "standards"),
    ];

    private static bool IsMalformed(JsonElement row) => row.GetProperty("expect").TryGetProperty("malformed", out _);

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    /// <summary>Schemes and names of parameters are compared without case (RFC 9110 §11.1, §11.2).</summary>
    private static string Line(string scheme, string? token, IEnumerable<(string Name, string Value)> parameters) =>
        scheme.ToUpperInvariant() + " " + token + string.Concat(parameters.Select(parameter => $"[{parameter.Name.ToUpperInvariant()}:{parameter.Value}]"));
}
