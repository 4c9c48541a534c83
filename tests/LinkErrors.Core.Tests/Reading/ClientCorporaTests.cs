using System.Text;
using System.Text.Json;
using LinkErrors.Dialects;
using Xunit.Abstractions;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>What the clients of other projects are tested with, read by this one.</summary>
public sealed class ClientCorporaTests(ITestOutputHelper output)
{
    private static readonly LinkErrorReader Reader = new();
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [CorporaFact]
    public void Rows_OfTheStandards_AreReadAsExpected()
    {
        CorpusRow[] rows = [.. Rows().Where(row => row.Basis == "standards")];
        rows.Should().HaveCountGreaterThan(100);
        foreach (CorpusRow row in rows)
        {
            Verify(row, Read(row));
        }

        output.WriteLine($"{rows.Length} rows by the standards, {rows.Count(row => IsMalformed(row.Expect))} of them malformed");
    }

    // What one implementation does is no rule, but nothing may throw.
    [CorporaFact]
    public void Rows_OfImplementations_AreReported()
    {
        foreach (CorpusRow row in Rows().Where(row => row.Basis != "standards"))
        {
            LinkErrorReading reading = Read(row);
            output.WriteLine($"{row.Id} ({row.Kind}) {(reading.IsError ? reading.Error.Code : "!" + reading.Unreadable)}; there: {row.Expect.GetRawText().ReplaceLineEndings(" ")}");
        }
    }

    [CorporaFact]
    public void Bodies_OfTheJsonTestSuite_AreReadOrReported()
    {
        foreach (JsonElement file in JsonElement.Parse(Corpora.Read("json", "test_parsing.json")).EnumerateArray())
        {
            // One file is too long to be in the corpus; it is fifty thousand times the same.
            byte[] json = file.GetProperty("base64").GetString() is { } encoded
                ? Convert.FromBase64String(encoded)
                : Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[{\"\":", 50_000)) + "\n");
            json.Should().HaveCount(file.GetProperty("bytes").GetInt32());
            LinkErrorReading alone = Reader.ReadResponse(400, headers: null, json);
            (alone.IsError || alone.Reason.Length > 0).Should().BeTrue();

            // The same value as a member beside an error: what is JSON does not hide it.
            byte[] wrapped = [.. """{"error":"invalid_grant","x":"""u8, .. json, .. "}"u8];
            LinkErrorReading member = Reader.ReadResponse(400, headers: null, wrapped);
            if (file.GetProperty("expect").GetString() == "accept")
            {
                member.Error?.Code.Should().Be("invalid_grant", "{0} is JSON", file.GetProperty("name"));
            }
        }
    }

    [CorporaFact]
    public void Strings_ThatAreNaughty_AreReadWithoutLoss()
    {
        JsonElement[] strings = [.. JsonElement.Parse(Corpora.Read("json", "blns.json")).EnumerateArray()];
        strings.Should().HaveCountGreaterThan(500);
        foreach (string text in strings.Select(item => item.GetString()!).Where(text => text.Length > 0))
        {
            string body = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["error"] = "invalid_grant", ["error_description"] = text });
            Reader.ReadResponse(400, headers: null, body).Error!.Origin!.WireText.Should().Be(text);
            Reader.ReadCallback("https://app.example/cb?error=access_denied&error_description=" + Uri.EscapeDataString(text)).Error!.Origin!.WireText.Should().Be(text);
            foreach (LinkErrorReading raw in (LinkErrorReading[])[
                Reader.ReadCallback(text),
                Reader.ReadParameters(text),
                Reader.ReadResponse(400, headers: null, text),
                Reader.ReadResponse(401, [KeyValuePair.Create("WWW-Authenticate", text), KeyValuePair.Create("Retry-After", text), KeyValuePair.Create("Content-Type", text)], text)])
            {
                (raw.IsError || raw.Reason.Length > 0).Should().BeTrue();
            }
        }
    }

    private static IEnumerable<CorpusRow> Rows() =>
        Directory.EnumerateFiles(Path.Combine(Corpora.Folder!, "client"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<CorpusRow[]>(File.ReadAllText(file), Web)!);

    private static LinkErrorReading Read(CorpusRow row)
    {
        int status = row.Context.TryGetProperty("status", out JsonElement number) ? number.GetInt32() : 400;
        string? contentType = row.Context.TryGetProperty("contentType", out JsonElement type) ? type.GetString() : null;
        return row.Kind switch
        {
            "callback" => Reader.ReadCallback(row.Input),
            "www-authenticate" => Reader.ReadResponse(status, [KeyValuePair.Create("WWW-Authenticate", row.Input)]),
            _ => Reader.ReadResponse(status, contentType is null ? null : [KeyValuePair.Create("Content-Type", contentType)], Encoding.UTF8.GetBytes(row.Input)),
        };
    }

    private static bool IsMalformed(JsonElement expect) => expect.TryGetProperty("malformed", out JsonElement malformed) && malformed.GetBoolean();

    /// <summary>RFC 6750 §3.1, RFC 9728 §5.1: who sent no credentials is told by 401, and by no code, what to get.</summary>
    private static bool IsOffer(CorpusRow row, IReadOnlyList<AuthenticationChallenge> challenges) =>
        row.Context.TryGetProperty("status", out JsonElement status) && status.GetInt32() is 401 or 403
        && challenges.Any(challenge => challenge.Parameters.ContainsKey("scope") || challenge.Parameters.ContainsKey("resource_metadata"));

    private static void Verify(CorpusRow row, LinkErrorReading reading)
    {
        if (row.Expect.TryGetProperty("challenges", out JsonElement challenges))
        {
            VerifyChallenges(row, challenges, reading);
        }
        else if (row.Expect.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.String)
        {
            LinkError read = reading.Error!;
            read.Should().NotBeNull(row.Id);
            read.Origin!.WireCode.Should().Be(error.GetString(), row.Id);
            (read.ToException().GetType() == typeof(LinkException)).Should().Be(row.Expect.TryGetProperty("registered", out JsonElement registered) && !registered.GetBoolean() || !LinkErrorCatalog.Default.TryFind(read.Code, out _), row.Id);
            VerifyText(row, "error_description", read.Origin.WireText);
            VerifyText(row, "error_uri", read.HelpUri?.OriginalString);
            VerifyText(row, "state", read.State);
        }
        else
        {
            reading.IsError.Should().BeFalse("{0} carries no error: {1}", row.Id, row.Input);
        }
    }

    private static void VerifyText(CorpusRow row, string name, string? actual)
    {
        if (row.Expect.TryGetProperty(name, out JsonElement expected))
        {
            actual.Should().Be(expected.GetString(), "{0} of {1}", name, row.Id);
        }
    }

    private static void VerifyChallenges(CorpusRow row, JsonElement expected, LinkErrorReading reading)
    {
        IReadOnlyList<AuthenticationChallenge> actual = AuthenticationChallenge.Parse(row.Input);
        actual.Select(challenge => challenge.Scheme.ToUpperInvariant()).Should().Equal(
            expected.EnumerateArray().Select(challenge => challenge.GetProperty("scheme").GetString()!.ToUpperInvariant()), row.Id);
        foreach ((AuthenticationChallenge challenge, JsonElement wanted) in actual.Zip(expected.EnumerateArray()))
        {
            challenge.Parameters.Should().BeEquivalentTo(
                wanted.GetProperty("params").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString(), StringComparer.Ordinal), row.Id);
            challenge.Token68.Should().Be(wanted.TryGetProperty("token68", out JsonElement token) ? token.GetString() : null, row.Id);
        }

        string? error = actual.Select(challenge => challenge.Parameters.GetValueOrDefault("error")).FirstOrDefault(value => value is not null);
        reading.Error?.Origin!.WireCode.Should().Be(error, row.Id);
        reading.IsError.Should().Be(error is not null || IsOffer(row, actual), row.Id);
    }
}
