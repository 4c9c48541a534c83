using System.Net;
using System.Text.RegularExpressions;

namespace LinkErrors.Tests.Hostile;

/// <summary>
/// Requests that stop in the middle, against a process of its own, because what they did was to end it: on every kind of
/// endpoint it lives, serves others meanwhile, answers here or to the right client, and logs nothing at Error.
/// </summary>
public sealed partial class SlowPostTests
{
    private const int Times = 50;

    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";

    [Theory]
    [InlineData("form", Form + "Content-Length: 40", "client_id=other")]
    [InlineData("chunked", Form + "Transfer-Encoding: chunked", "f\r\nclient_id=other\r\n")]
    [InlineData("multipart", "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 400", "--b\r\nContent-Disposition: form-data; name=\"client_id\"\r\n\r\nother")]
    public async Task Body_ThatStopsInTheMiddle_IsAnsweredAndHurtsNobody(string kind, string headers, string body)
    {
        await using SampleProcess lab = await HostileLab.StartAsync();
        Uri server = lab.Client.BaseAddress!;

        string[] heads = await WhileServingOthersAsync(lab, Everywhere(path => RawRequest.PostAsync(server, path, headers, body)));

        foreach (string head in heads)
        {
            Status().Match(head).Groups["code"].Value.Should().MatchRegex("^(303|4..)$", "{0}: {1}", kind, head);
            HostileLab.IsSafe(Location().Match(head) is { Success: true } match ? match.Groups["uri"].Value : null).Should().BeTrue("{0}: {1}", kind, head);
        }

        // A form might have named another client. Nobody looks into an upload, nor into any body where only GET is served (/ok).
        heads.Count(head => Location().IsMatch(head)).Should().Be(kind == "multipart" ? 3 * Times : Times);
        ShouldBeUnhurt(lab);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connection_ThatEndsInTheMiddle_HurtsNobody(bool inHeader)
    {
        await using SampleProcess lab = await HostileLab.StartAsync();
        Uri server = lab.Client.BaseAddress!;

        await WhileServingOthersAsync(lab, Everywhere(async path =>
        {
            string head = RawRequest.Head(path, Form + "Content-Length: 40");
            using RawRequest request = await RawRequest.SendAsync(server, inHeader ? head[..^30] : head + "client_id=other");
            request.Reset();
            return path;
        }));

        ShouldBeUnhurt(lab);
    }

    [Fact]
    public async Task Http2Stream_ThatStopsInTheMiddle_IsAnsweredAndHurtsNobody()
    {
        await using SampleProcess lab = await HostileLab.StartAsync(("Kestrel__EndpointDefaults__Protocols", "Http2"));
        lab.Client.DefaultRequestVersion = HttpVersion.Version20;
        lab.Client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        // A connection for each: Kestrel itself ends one that holds too many streams which were answered before they ended.
        (HttpStatusCode Status, string? Location)[] answers = await WhileServingOthersAsync(lab, Everywhere(async path =>
        {
            using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = lab.Client.BaseAddress };
            using SlowContent content = new("application/x-www-form-urlencoded");
            using HttpRequestMessage request = new(HttpMethod.Post, path)
            {
                Content = content,
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return (response.StatusCode, response.Headers.Location?.OriginalString);
        }));

        answers.Should().OnlyContain(answer => HostileLab.IsSafe(answer.Location) && (int)answer.Status >= 300 && (int)answer.Status < 500);
        answers.Count(answer => answer.Location != null).Should().Be(Times);
        ShouldBeUnhurt(lab);
    }

    private static IEnumerable<Task<T>> Everywhere<T>(Func<string, Task<T>> send) =>
        from path in HostileLab.Endpoints
        from _ in Enumerable.Range(0, Times)
        select send(path);

    /// <summary>Asks for /ok all the while: each is answered, and one at least within a second, however busy the machine is.</summary>
    private static async Task<T[]> WhileServingOthersAsync<T>(SampleProcess lab, IEnumerable<Task<T>> attacks)
    {
        Task<T[]> attack = Task.WhenAll(attacks);
        bool isPrompt = false;
        do
        {
            using CancellationTokenSource second = new(TimeSpan.FromSeconds(1));
            using HttpResponseMessage response = await lab.Client.GetAsync("/ok");
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            isPrompt |= !second.IsCancellationRequested;
        }
        while (!attack.IsCompleted || !isPrompt);

        return await attack;
    }

    private static void ShouldBeUnhurt(SampleProcess lab)
    {
        lab.HasExited.Should().BeFalse();
        lab.Complaints.Should().NotContain(line => !line.StartsWith("warn:", StringComparison.Ordinal) || line.Contains("Reading is already in progress", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^HTTP/1\.1 (?<code>\d{3}) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Status();

    [GeneratedRegex(@"^Location: (?<uri>[^\r]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Location();
}
