using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using LinkErrors.Tests.Hosts;
using Xunit.Abstractions;

namespace LinkErrors.Tests.Hostile;

/// <summary>Good, broken and slow requests, mixed, for minutes. What must not grow is printed, what must not happen fails.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const string Flow = "client_id=client&redirect_uri=https%3A%2F%2Fclient.example%2Fcb";

    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static readonly string[] Garbage =
    [
        "client_id=%FF&state=%ED%A0%80", "client_id=client&client_id=other", $"{Flow}&state=%0d%0aSet-Cookie:a", "redirect_uri=https://evil.example/cb",
        $"client_id=client&redirect_uri=https://client.example/cb.evil.example", $"{Flow}&state={new string('%', 4000)}", "&&&=&?&%&%zz", $"{Flow}&response_mode=form_post%00",
    ];

    private static readonly (string Headers, string Body)[] Broken =
    [
        (Form + "Content-Length: 40", "client_id=other"),
        (Form + "Transfer-Encoding: chunked", "f\r\nclient_id=other\r\n"),
        (Form + "Transfer-Encoding: chunked", "ffffffff\r\nclient_id=other\r\n"),
        ("Content-Type: application/x-www-form-urlencoded; charset=utf-7\r\nContent-Length: 7", "state=a"),
        ("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 400", "--b\r\n"),
        ("Content-Type: application/json\r\nContent-Length: 1", "{"),
    ];

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    [SoakFact]
    public async Task Traffic_GoodBrokenAndSlow_NeitherGrowsNorEndsNorMisleads()
    {
        TimeSpan duration = SoakFactAttribute.Duration!.Value;
        await using SampleProcess lab = await HostileLab.StartAsync(("Logging__LogLevel__Microsoft.AspNetCore", "Warning"));
        (long Memory, int Threads) begin = default;
        (long Memory, int Threads) most = default;
        Stopwatch clock = Stopwatch.StartNew();
        Task traffic = Task.WhenAll(
        [
            .. Enumerable.Range(0, 4).Select(index => RepeatAsync(clock, duration, () => AskAsync(lab, Good(index)))),
            .. Enumerable.Range(0, 4).Select(_ => RepeatAsync(clock, duration, () => AskAsync(lab, Any(Garbage)))),
            .. Enumerable.Range(0, 16).Select(_ => RepeatAsync(clock, duration, () => BreakAsync(lab))),
            .. Enumerable.Range(0, 2).Select(_ => RepeatAsync(clock, duration, () => ResetAsync(lab))),
        ]);

        // The first fifth warms up; what is measured then must not grow to a multiple of it.
        while (!traffic.IsCompleted)
        {
            await Task.WhenAny(traffic, Task.Delay(TimeSpan.FromSeconds(1)));
            if (lab.HasExited)
            {
                break;
            }

            (long memory, int threads) = lab.Measure();
            most = (Math.Max(most.Memory, memory), Math.Max(most.Threads, threads));
            begin = clock.Elapsed < duration / 5 || begin == default ? (Math.Max(begin.Memory, memory), Math.Max(begin.Threads, threads)) : begin;
        }

        await traffic.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        bool lives = !lab.HasExited;
        Print($"duration            {clock.Elapsed.TotalSeconds:F0} s");
        Print($"memory              {begin.Memory >> 20} MB in the first fifth, {most.Memory >> 20} MB at most");
        Print($"threads             {begin.Threads} in the first fifth, {most.Threads} at most");
        foreach ((string name, int count) in _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Print($"{name,-20}{count}");
        }

        foreach (string level in (string[])["info", "warn", "fail", "crit"])
        {
            Print($"log lines {level,-10}{lab.LinesByLevel.GetValueOrDefault(level)}");
        }

        Print($"wrong Locations     {Count("wrong Location")}");
        Print($"500                 {Count("500")}");
        Print($"blank 500           {Count("blank 500")}");
        foreach (string complaint in lab.Complaints.Take(5))
        {
            Print(complaint);
        }

        lives.Should().BeTrue("the process lives");
        traffic.IsFaulted.Should().BeFalse("{0}", traffic.Exception);
        Count("wrong Location").Should().Be(0);
        Count("500").Should().Be(0);
        Count("blank 500").Should().Be(0);
        lab.Complaints.Should().NotContain(line => !line.StartsWith("warn:", StringComparison.Ordinal));
        most.Memory.Should().BeLessThan((begin.Memory * 2) + (64L << 20));
        most.Threads.Should().BeLessThan((begin.Threads * 2) + 16);
    }

    private static string Good(int index) => index switch
    {
        0 => $"{Flow}&state=s",
        1 => $"{Flow}&state=s&via=result",
        2 => $"{Flow}&state=s&via=mvc",
        _ => $"{Flow}&state=s&kind=api",
    };

    private static T Any<T>(T[] rows) => rows[Random.Shared.Next(rows.Length)];

    private static async Task RepeatAsync(Stopwatch clock, TimeSpan duration, Func<Task> send)
    {
        while (clock.Elapsed < duration)
        {
            await send();
        }
    }

    private async Task AskAsync(SampleProcess lab, string query)
    {
        using HttpResponseMessage response = await lab.Client.GetAsync(new Uri("/try/oauth/access_denied?" + query, UriKind.Relative));
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        Record("asked", (int)response.StatusCode, response.Headers.NonValidated.TryGetValues("Location", out var location) ? location.ToString() : null, body.Length > 0);
    }

    private async Task BreakAsync(SampleProcess lab)
    {
        (string headers, string body) = Any(Broken);
        string head = await RawRequest.PostAsync(lab.Client.BaseAddress!, Any([.. HostileLab.Endpoints]), headers, body);
        if (head.Length > 0)
        {
            string? location = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Location: ", StringComparison.Ordinal))?["Location: ".Length..];
            Record("broken", int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), location, !head.Contains("Content-Length: 0", StringComparison.Ordinal));
        }
    }

    private async Task ResetAsync(SampleProcess lab)
    {
        string head = RawRequest.Head(HostileLab.Endpoints[0], Form + "Content-Length: 40");
        using RawRequest request = await RawRequest.SendAsync(lab.Client.BaseAddress!, head[..Random.Shared.Next(head.Length)]);
        request.Reset();
        Add("reset");
    }

    private void Record(string kind, int status, string? location, bool hasBody)
    {
        Add($"{kind} {status}");
        if (!HostileLab.IsSafe(location))
        {
            Add("wrong Location");
        }

        if (status == (int)HttpStatusCode.InternalServerError)
        {
            Add(hasBody ? "500" : "blank 500");
        }
    }

    private void Add(string name) => _counts.AddOrUpdate(name, 1, static (_, count) => count + 1);

    private int Count(string name) => _counts.GetValueOrDefault(name);

    private void Print(string line) => output.WriteLine(line);
}
