using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit.Abstractions;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>Good, broken and slow requests, mixed, for minutes, on two instances. What must not grow is printed, what must not happen fails.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Clients = 50;
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static readonly string[] Garbage =
    [
        "/link?token=%FF&state=%ED%A0%80", "/link?client_id=client-1&client_id=client-2", "/link/oauth/acme?state=%0d%0aSet-Cookie:a", "/link?redirect_uri=https://evil.example/cb",
        "/link?client_id=client-1&redirect_uri=https://client-1.example/callback.evil.example", $"/link?state={new string('%', 4000)}", "/link/complete/acme?&&&=&?&%&%zz",
        "/signin-acme?code=a&state=b", "/signin-acme-id?error=access_denied&state=le.AAAA", "/link/oauth/unknown?client_id=client-1", "/nothing?client_id=client-2",
    ];

    private static readonly (string Path, string Headers, string Body)[] Broken =
    [
        ("/link/cancel", Form + "Content-Length: 40", "token=other"),
        ("/link/cancel", Form + "Transfer-Encoding: chunked", "ffffffff\r\ntoken=other\r\n"),
        ("/link/cancel", "Content-Type: application/x-www-form-urlencoded; charset=utf-7\r\nContent-Length: 7", "state=a"),
        ("/link/cancel", "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 400", "--b\r\n"),
        ("/link/password", "Content-Type: application/json\r\nContent-Length: 1", "{"),
        ("/link/email", "Content-Type: text/plain\r\nContent-Length: 1", "x"),
    ];

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> _times = new(StringComparer.Ordinal);

    [SoakFact]
    public async Task Traffic_GoodBrokenAndSlow_NeitherGrowsNorEndsNorMisleads()
    {
        TimeSpan duration = SoakFactAttribute.Duration!.Value;
        await using LinkServiceCluster cluster = await LinkServiceCluster.StartAsync(Clients);
        using HttpMessageInvoker http = new(new Alternation(cluster.Instances));
        int number = 0;
        Stopwatch clock = Stopwatch.StartNew();
        string[] live = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => IssueAsync(http, client, 3600)));
        string[] expired = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => IssueAsync(http, client, 0)));
        Task traffic = Task.WhenAll(
        [
            .. Enumerable.Range(0, 4).Select(_ => RepeatAsync(clock, duration, () => FollowAsync(new LinkedFlow(http, Alternation.Service, Interlocked.Increment(ref number), Clients)))),
            RepeatAsync(clock, duration, () => AskAsync(http, "good: the page of choices", "/link?token=" + Any(live))),
            RepeatAsync(clock, duration, () => AskAsync(http, "error: an expired token", "/link?token=" + Any(expired))),
            RepeatAsync(clock, duration, () => AskAsync(http, "error: an unknown token", "/link?token=" + Guid.NewGuid().ToString("N"))),
            .. Enumerable.Range(0, 2).Select(_ => RepeatAsync(clock, duration, () => AskAsync(http, "garbage", Any(Garbage)))),
            .. Enumerable.Range(0, 16).Select(index => RepeatAsync(clock, duration, () => BreakAsync(cluster.Instances[index % 2]))),
            .. Enumerable.Range(0, 2).Select(index => RepeatAsync(clock, duration, () => ResetAsync(cluster.Instances[index]))),
        ]);

        List<(TimeSpan At, long Memory, int Threads)> samples = [];
        while (!traffic.IsCompleted && !cluster.Instances.Any(instance => instance.HasExited))
        {
            await Task.WhenAny(traffic, Task.Delay(TimeSpan.FromSeconds(1)));
            samples.AddRange(cluster.Instances.Where(instance => !instance.HasExited).Select(instance => instance.Measure()).Select(measure => (clock.Elapsed, measure.Memory, measure.Threads)));
        }

        await traffic.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        bool lives = cluster.Instances.All(instance => !instance.HasExited);
        (double Memory, double Threads)[] fifths = [.. samples.GroupBy(sample => Math.Min(4, (int)(5 * sample.At / duration))).OrderBy(group => group.Key).Select(group => (group.Average(sample => (double)sample.Memory), group.Average(sample => (double)sample.Threads)))];
        Print($"duration                     {clock.Elapsed.TotalSeconds:F0} s");
        Print($"memory of one, each fifth    {string.Join(", ", fifths.Select(fifth => string.Create(CultureInfo.InvariantCulture, $"{fifth.Memory / (1 << 20):F0}")))} MB, {samples.Max(sample => sample.Memory) >> 20} MB at most");
        Print($"threads of one, each fifth   {string.Join(", ", fifths.Select(fifth => string.Create(CultureInfo.InvariantCulture, $"{fifth.Threads:F0}")))}, {samples.Max(sample => sample.Threads)} at most");
        foreach ((string name, ConcurrentQueue<double> times) in _times.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            double[] sorted = [.. times.Order()];
            Print(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {sorted.Length} times, median {sorted[sorted.Length / 2]:F1} ms, 99 % {sorted[sorted.Length * 99 / 100]:F1} ms"));
        }

        foreach ((string name, int count) in _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Print($"{name,-28} {count}");
        }

        foreach (string level in (string[])["info", "warn", "fail", "crit"])
        {
            Print($"log lines {level,-18} {cluster.Instances.Sum(instance => instance.LinesByLevel.GetValueOrDefault(level))}");
        }

        int answers = _counts.Where(pair => char.IsAsciiDigit(pair.Key[^1])).Sum(pair => pair.Value);
        Print(string.Create(CultureInfo.InvariantCulture, $"log                          {cluster.Instances.Sum(instance => instance.LogBytes) / 1e6:F1} MB for {answers} answers"));
        string[] complaints = [.. cluster.Instances.SelectMany(instance => instance.Complaints).Where(line => !line.StartsWith("warn:", StringComparison.Ordinal))];
        foreach (string complaint in complaints.Take(5))
        {
            Print(complaint);
        }

        lives.Should().BeTrue("the processes live");
        traffic.IsFaulted.Should().BeFalse("{0}", traffic.Exception);
        Count("wrong Location").Should().Be(0);
        _counts.Keys.Should().NotContain(name => name.EndsWith(" 500", StringComparison.Ordinal));
        Count("blank").Should().Be(0);
        complaints.Should().BeEmpty();
        fifths[^1].Memory.Should().BeLessThan((fifths[1].Memory * 1.25) + (32 << 20), "memory is flat after the first fifth");
        fifths[^1].Threads.Should().BeLessThan((fifths[1].Threads * 1.25) + 8, "threads are, too");
    }

    private static T Any<T>(T[] rows) => rows[Random.Shared.Next(rows.Length)];

    private static async Task RepeatAsync(Stopwatch clock, TimeSpan duration, Func<Task> send)
    {
        while (clock.Elapsed < duration)
        {
            await send();
        }
    }

    private static async Task<string> IssueAsync(HttpMessageInvoker http, int client, int lifetime)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Alternation.Service, "/api/link-tokens"))
        {
            Content = JsonContent.Create(new { client_id = LinkServiceCluster.ClientId(client), redirect_uri = LinkServiceCluster.Target(client), state = "s", user_id = "soak", expires_in = lifetime }),
        };
        using HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("link_token").GetString()!;
    }

    /// <summary>A whole flow, with a login at the provider.</summary>
    private async Task FollowAsync(LinkedFlow flow)
    {
        await flow.GoAsync();
        Add($"flow: {flow.Last}");
        if (!flow.HasArrived)
        {
            Add("wrong Location");
        }
    }

    private async Task AskAsync(HttpMessageInvoker http, string name, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(Alternation.Service, path));
        request.Headers.Add("Accept", "text/html");
        long begin = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        _times.GetOrAdd(name, _ => []).Enqueue(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        Record(name, response.StatusCode, response.Headers.NonValidated.TryGetValues("Location", out var location) ? location.ToString() : null, body.Length == 0);
    }

    private async Task BreakAsync(SampleProcess instance)
    {
        (string path, string headers, string body) = Any(Broken);
        string head = await RawRequest.PostAsync(instance.Client.BaseAddress!, path, headers, body);
        if (head.Length > 0)
        {
            string? location = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Location: ", StringComparison.Ordinal))?["Location: ".Length..];
            Record("broken", (HttpStatusCode)int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), location, head.Contains("Content-Length: 0", StringComparison.Ordinal));
        }
        else
        {
            Add("broken, closed by the server");
        }
    }

    private async Task ResetAsync(SampleProcess instance)
    {
        string head = RawRequest.Head("/link/cancel", Form + "Content-Length: 40");
        using RawRequest request = await RawRequest.SendAsync(instance.Client.BaseAddress!, head[..Random.Shared.Next(head.Length)]);
        request.Reset();
        Add("reset");
    }

    /// <summary>A browser is sent to a registered client, to the front end of whoever runs the service, to the provider, or on within the service.</summary>
    private void Record(string kind, HttpStatusCode status, string? location, bool isBlank)
    {
        Add($"{kind} {(int)status}");
        if (location is not null && !location.StartsWith('/') && !location.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)
            && !location.StartsWith(LinkServiceCluster.FrontEnd + "/callback?", StringComparison.Ordinal)
            && !Enumerable.Range(0, Clients).Any(client => location.StartsWith(LinkServiceCluster.Target(client) + "?", StringComparison.Ordinal)))
        {
            Add("wrong Location");
        }

        if (isBlank && location is null && (int)status >= 500)
        {
            Add("blank");
        }
    }

    private void Add(string name) => _counts.AddOrUpdate(name, 1, static (_, count) => count + 1);

    private int Count(string name) => _counts.GetValueOrDefault(name);

    private void Print(string line) => output.WriteLine(line);
}
