using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>Every entry point ends in the same responder: thrown or returned, minimal API or controller, the bytes are the same.</summary>
public sealed class TryViaTests(LabHost lab) : IClassFixture<LabHost>
{
    private static readonly string[] Codes =
    [
        "link_token_expired", "link_token_missing", "provider_error", "user_cancelled", "callback_url_invalid", "missing_fields", "session_id_missing",
        "too_many_requests", "invalid_client", "insufficient_scope", "invalid_token", "server_error", "temporarily_unavailable",
        "insufficient_user_authentication", "use_dpop_nonce",
    ];

    private static readonly string[] Queries = ["", $"&{LabVocabulary.Flow}&state=a%2Bb&message=M%C3%BC%22ll&scope=read%20write&retry_after=7"];

    private static readonly string[] Accepts = ["text/html", "application/json"];

    public static TheoryData<string, string> DialectsAndKinds { get; } = LabVocabulary.Pairs(LabVocabulary.Dialects, LabVocabulary.Kinds);

    [Theory]
    [MemberData(nameof(DialectsAndKinds))]
    public async Task Answer_ByAnyEntryPoint_IsTheSameToTheByte(string dialect, string kind)
    {
        foreach (string code in Codes)
        {
            foreach (string query in Queries)
            {
                foreach (string accept in Accepts)
                {
                    string path = $"/try/{dialect}/{code}?kind={kind}{query}";
                    HttpMethod method = query.Length == 0 ? HttpMethod.Get : HttpMethod.Post;
                    string thrown = await DumpAsync(path, method, accept);
                    foreach (string via in LabVocabulary.Vias)
                    {
                        (await DumpAsync($"{path}&via={via}", method, accept)).Should().Be(thrown, "{0} {1}&via={2}", method, path, via);
                    }
                }
            }
        }
    }

    private async Task<string> DumpAsync(string path, HttpMethod method, string accept)
    {
        LabAnswer answer = await lab.AskAsync(path, method, headers: [("Accept", accept), ("Authorization", "Basic Zm9vOmJhcg==")]);
        answer.Headers.Should().Contain("Cache-Control", "no-store", path);
        IEnumerable<string> headers = answer.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}");
        return $"{answer.Status}\n{string.Join('\n', headers)}\n\n{answer.Body}";
    }
}
