using System.Text;
using System.Text.Json;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>
/// What a client can say about itself never breaks the answer: no header is split, nothing reaches a header that Kestrel
/// would refuse, no markup comes alive, and no error becomes a blank 500 because of its own text.
/// </summary>
public sealed class HostileInputTests(LabHost lab) : IClassFixture<LabHost>
{
    private static readonly string[] Parameters = ["message", "state", "client_id", "redirect_uri", "scope", "retry_after", "kind", "via", "response_mode", "unknown"];

    /// <summary>As they stand in the query.</summary>
    private static readonly string[] Payloads =
    [
        "a%0d%0aX-Injected:%20yes%0d%0a%0d%0a%3Cscript%3Ealert(1)%3C/script%3E",
        "%0a", "%0d", "%00", "%09", "%7f", "%1b%5B31m", "%22%27%5c", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "%3C!--%3C/main%3E", "javascript:alert(1)",
        "%F0%9F%98%88", "%E5%B7%9E", "%C2%85%E2%80%A8%E2%80%A9", "%E2%80%AE%EF%BB%BF", "%ED%A0%80", "%FF%FE", "%C3", "%", "%zz", "%u0041", "%250d%250a",
        "%7B0%7D%7Bprovider%7D", "a,b;c=d", "==", "+", "%2b%20%26%23%3f", "//evil.example/%5c", new string('A', 6000), string.Concat(Enumerable.Repeat("%F0%9F%98%88", 500)),
    ];

    private static readonly string[] MediaTypes = ["application/json", "application/problem+json", "text/html; charset=utf-8"];

    public static TheoryData<string> Dialects { get; } = new(LabVocabulary.Dialects);

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Query_WithHostileValues_IsAnsweredWellFormed(string dialect)
    {
        foreach (string parameter in Parameters)
        {
            foreach (string payload in Payloads)
            {
                // A repeated client_id or redirect_uri would only ever test the answer to an ambiguous request.
                string flow = parameter is "client_id" or "redirect_uri" ? "" : $"&{LabVocabulary.Flow}";
                await ShouldAnswerWellAsync($"/try/{dialect}/insufficient_scope?{parameter}={payload}{flow}");
                await ShouldAnswerWellAsync($"/try/{dialect}/insufficient_scope?{parameter}={payload}&kind=api");
                await ShouldAnswerWellAsync($"/try/{dialect}/provider_error?{parameter}={payload}", headers: ("Accept", "text/html"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Form_WithHostileValues_IsAnsweredWellFormed(string dialect)
    {
        foreach (string parameter in (string[])["message", "state", "client_id", "redirect_uri"])
        {
            foreach (string payload in Payloads)
            {
                string flow = parameter is "client_id" or "redirect_uri" ? "" : $"&{LabVocabulary.Flow}";
                using StringContent form = new($"{parameter}={payload}{flow}", Encoding.ASCII, "application/x-www-form-urlencoded");
                await ShouldAnswerWellAsync($"/try/{dialect}/access_denied", HttpMethod.Post, form);
            }
        }
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("result")]
    [InlineData("mvc")]
    [InlineData("mvc-result")]
    public async Task Body_ThatIsNoForm_CountsAsNone(string via)
    {
        foreach ((string contentType, byte[] body) in HostileBodies())
        {
            using ByteArrayContent content = new(body);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);

            LabAnswer answer = await lab.AskAsync($"/try/zapier/link_token_expired?via={via}", HttpMethod.Post, content);

            answer.ShouldBeJson(400, """{"error":"invalid_request","error_description":"Token expired"}""");
        }
    }

    /// <summary>RFC 6749 §4.1.2.1: the state comes back whole, or, where no URL could carry it, the browser stays here.</summary>
    [Theory]
    [InlineData(8_192, 303)]
    [InlineData(8_193, 400)]
    [InlineData(100_000, 400)]
    public async Task State_OfAnyLength_ComesBackWholeOrStaysHere(int length, int status)
    {
        string state = new('s', length);
        using FormUrlEncodedContent form = new([KeyValuePair.Create("client_id", "zap"), KeyValuePair.Create("state", state), KeyValuePair.Create("message", state)]);

        LabAnswer answer = await lab.AskAsync("/try/zapier/link_token_expired", HttpMethod.Post, form);

        answer.Status.Should().Be(status);
        if (status == 303)
        {
            answer.Location.Should().StartWith("https://your-domain.com/callback?").And.EndWith($"&state={state}");
        }
    }

    /// <summary>The public message is read from the query only; whatever a form says of it stays unread.</summary>
    [Fact]
    public async Task Message_Of100KilobytesInAForm_ChangesNothing()
    {
        using FormUrlEncodedContent form = new([KeyValuePair.Create("client_id", "zap"), KeyValuePair.Create("message", new string('m', 100_000))]);

        LabAnswer answer = await lab.AskAsync("/try/zapier/link_token_expired", HttpMethod.Post, form);

        answer.ShouldBeRedirect(303, "https://your-domain.com/callback?error=invalid_request&error_description=Token%20expired");
    }

    [Theory]
    [InlineData("client_id")]
    [InlineData("redirect_uri")]
    public async Task Flow_Of100Kilobytes_HasNoTarget(string parameter)
    {
        using FormUrlEncodedContent form = new([KeyValuePair.Create(parameter, "https://your-domain.com/" + new string('x', 100_000))]);

        LabAnswer answer = await lab.AskAsync("/try/zapier/link_token_expired", HttpMethod.Post, form);

        answer.ShouldBeJson(400, """{"error":"invalid_request","error_description":"Token expired"}""");
    }

    /// <summary>Only prose is cut, between whole characters, so that the URL stays within the limit.</summary>
    [Theory]
    [InlineData("zapier", "a", 6000)]
    [InlineData("junction", "%F0%9F%98%88", 500)]
    [InlineData("junction", "e%CC%81", 700)]
    [InlineData("orcidlink", "%20", 2000)]
    [InlineData("centralauth", "%22", 2000)]
    [InlineData("loop", "e%C3%A9", 1000)]
    public async Task Message_ThatIsTooLong_IsCutAndTheRestKept(string dialect, string unit, int count)
    {
        string message = string.Concat(Enumerable.Repeat(unit, count));

        LabAnswer answer = await lab.AskAsync($"/try/{dialect}/access_denied?{LabVocabulary.Flow}&state=s-1&message=x{message}");

        answer.ShouldBeRedirect(dialect == "junction" ? 307 : 302, answer.Location!);
        answer.Location!.Length.Should().BeInRange(1900, 2048);
        string text = answer.Location.Split('=', '&')[dialect is "junction" or "orcidlink" ? ^1 : ^3];
        text.Should().StartWith("x").And.EndWith("...");
        Uri.UnescapeDataString(text).Should().NotContain("\uFFFD").And.NotContain("%");
        if (dialect is not ("junction" or "orcidlink"))
        {
            answer.Location.Should().EndWith("&state=s-1");
        }
    }

    /// <summary>RFC 6749 appendix B: error_description has printable ASCII without quotation mark and backslash only.</summary>
    [Theory]
    [InlineData("zapier", "invalid_request")]
    [InlineData("centralauth", "linkTokenExpired")]
    [InlineData("loop", "invalid_request")]
    [InlineData("oauth", "invalid_request")]
    [InlineData("problem-details", "invalid_request")]
    public Task Description_WithForbiddenCharacters_IsReplaced(string dialect, string error) => lab.ShouldRedirectAsync(
        $"/try/{dialect}/link_token_expired?{LabVocabulary.Flow}&message=a%22b%5Cc%0D%0Ad%C3%A9%00%7F",
        302,
        $"{LabVocabulary.Target}?error={error}&error_description=a%27b%2Fc%20%20de%3F%3F");

    [Theory]
    [InlineData("Authorization", "Basic")]
    [InlineData("Authorization", "Ba\"sic realm=\"x\"")]
    [InlineData("Authorization", "   ")]
    [InlineData("Authorization", ",,,,")]
    [InlineData("Accept", ",;q=;;text/html;q=nan,\"")]
    [InlineData("Accept", "text/html;q=99999999999999999999")]
    [InlineData("Sec-Fetch-Mode", "<script>")]
    [InlineData("X-Requested-With", "\"'<>")]
    [InlineData("Content-Type", "application/x-www-form-urlencoded; charset=nope")]
    [InlineData("traceparent", "00-zz-zz-zz")]
    public async Task Header_WithAHostileValue_IsAnsweredWellFormed(string name, string value)
    {
        foreach (string dialect in LabVocabulary.Dialects)
        {
            await ShouldAnswerWellAsync($"/try/{dialect}/invalid_client", headers: (name, value));
            await ShouldAnswerWellAsync($"/try/{dialect}/invalid_token?kind=api", headers: (name, value));
        }
    }

    private static IEnumerable<(string ContentType, byte[] Body)> HostileBodies()
    {
        const string Form = "application/x-www-form-urlencoded";
        yield return (Form, Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 2000).Select(index => $"k{index}=v"))));
        yield return (Form, Encoding.ASCII.GetBytes(new string('k', 5000) + "=v"));
        yield return (Form, [0xFF, 0x00, 0xFE, (byte)'=', 0x80, (byte)'&', (byte)'%']);
        yield return (Form, []);
        yield return ($"{Form}; charset=nope", Encoding.ASCII.GetBytes("a=b"));
        yield return ("multipart/form-data", Encoding.ASCII.GetBytes("no boundary"));
        yield return ("multipart/form-data; boundary=x", Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=client_id\r\n\r\nzap"));
        yield return ("application/json", Encoding.ASCII.GetBytes("{\"client_id\":"));
    }

    private async Task ShouldAnswerWellAsync(
        string path, HttpMethod? method = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        LabAnswer answer = await lab.AskAsync(path, method, content, headers);

        answer.Headers.Should().NotContainKey("X-Injected", path).And.NotContainKey("Set-Cookie", path);
        foreach ((string name, string value) in answer.Headers)
        {
            value.Should().MatchRegex("^[ -~]+$", "{0} of {1}", name, path);
        }

        if (answer.Location is { } location)
        {
            location.Should().StartWith(LabVocabulary.Target + "?", path).And.MatchRegex("^[!-~]+$", path);
            answer.Status.Should().BeOneOf([302, 303, 307], path);
            answer.Body.Should().BeEmpty(path);
            return;
        }

        answer.MediaType.Should().BeOneOf(MediaTypes, path);
        if (answer.MediaType == "text/html; charset=utf-8")
        {
            answer.ShouldBePage(answer.Status, [.. answer.Headers.Where(header => header.Key is "WWW-Authenticate" or "Retry-After").Select(header => (header.Key, header.Value))]);
        }
        else
        {
            using JsonDocument body = JsonDocument.Parse(answer.Body);
            body.RootElement.ValueKind.Should().Be(JsonValueKind.Object, path);
            answer.Body.Should().NotContain("<", path);
        }
    }
}
