using System.Diagnostics;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LinkErrors.Dialects;
using Xunit.Abstractions;

namespace LinkErrors.Core.Tests.Reading;

/// <summary>
/// Whatever a peer sends, the reader gives an error or a reason. The variable LINKERRORS_FUZZ_CASES says how many cases; a
/// few thousand run without it.
/// </summary>
public sealed class ReaderProperties(ITestOutputHelper output)
{
    private const int DefaultCases = 5_000;

    private static readonly string[] HeaderNames = ["WWW-Authenticate", "Retry-After", "Content-Type", "DPoP-Nonce", "Location", "Link"];
    private static readonly int[] Statuses = [-1, 0, 100, 200, 302, 400, 401, 403, 404, 429, 500, 503, 599, 600, 999, int.MaxValue];
    private static readonly string[] Values =
    [
        .. ReaderTable.Responses.SelectMany(row => row.Headers.Split('\n')).Where(line => line.Length > 0).Select(line => line.Split(": ", 2)[1]),
        "30", "Thu, 01 Jan 2026 00:00:45 GMT", "application/json; charset=utf-16", "application/x-www-form-urlencoded", "",
    ];

    private static readonly byte[][] Seeds =
        [.. ReaderTable.Responses.Concat(ReaderTable.Callbacks).Where(row => row.Input.Length is > 0 and < 500).Select(row => Encoding.UTF8.GetBytes(row.Input))];

    private static readonly LinkErrorReader[] Readers =
    [
        new(), new(new LinkErrorReaderOptions { MaxLength = 64, MaxDepth = 2 }),
        .. LinkErrorDialects.All.Select(dialect => new LinkErrorReader(new LinkErrorReaderOptions { Dialect = dialect })),
    ];

    [Fact]
    public void Reading_OfRandomBytesHeadersAndMutations_NeverThrows()
    {
        int cases = int.TryParse(Environment.GetEnvironmentVariable("LINKERRORS_FUZZ_CASES"), CultureInfo.InvariantCulture, out int asked) ? asked : DefaultCases;
        Gen<(int Seed, int Kind, int Reader, int Status)> any =
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from kind in Gen.Choose(0, 9)
            from reader in Gen.Choose(0, Readers.Length - 1)
            from status in Gen.Elements(Statuses)
            select (seed, kind, reader, status);
        int errors = 0;
        long longest = 0;
        long allocated = 0;
        long started = Stopwatch.GetTimestamp();

        Prop.ForAll(any.ToArbitrary(), row =>
        {
            long before = Stopwatch.GetTimestamp();
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            errors += Check(new Random(row.Seed), row.Kind, Readers[row.Reader], row.Status) ? 1 : 0;
            allocated = Math.Max(allocated, GC.GetAllocatedBytesForCurrentThread() - bytes);
            longest = Math.Max(longest, Stopwatch.GetTimestamp() - before);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cases:N0} cases, {errors:N0} of them read as errors, none threw; {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s, the longest {Stopwatch.GetElapsedTime(0, longest).TotalMilliseconds:N1} ms, the most allocated {allocated / 1024:N0} kB"));
        errors.Should().BePositive();

        // The longest input is 100,000 bytes: memory does not grow beyond a multiple of the limit.
        allocated.Should().BeLessThan(64 * 1024 * 1024);
    }

    private static bool Check(Random random, int kind, LinkErrorReader reader, int status)
    {
        byte[] body = CreateBody(random, kind);
        string text = Encoding.Latin1.GetString(body);
        KeyValuePair<string, string>[] headers =
        [
            .. Enumerable.Range(0, random.Next(4)).Select(_ => KeyValuePair.Create(
                HeaderNames[random.Next(HeaderNames.Length)],
                random.Next(3) == 0 ? text : Encoding.Latin1.GetString(Mutate(random, Encoding.Latin1.GetBytes(Values[random.Next(Values.Length)]))))),
        ];
        LinkErrorReading reading = random.Next(4) switch
        {
            0 => reader.ReadCallback(text),
            1 => reader.ReadParameters(text),
            2 => reader.ReadResponse(status, headers, text),
            _ => reader.ReadResponse(status, headers, body),
        };
        if (reading.Error is not { } error)
        {
            return reading.Reason!.Length > 0 ? false : throw new InvalidOperationException("There is no reason.");
        }

        // What was read can be thrown, shown and compared as any other error.
        LinkException exception = error.ToException();
        _ = exception.Message + error.Title + error.Message + error.Data?.GetRawText();
        return error.Origin is not null && error.Equals(exception.Error) && error.HelpUri?.Scheme is null or "http" or "https"
            ? true
            : throw new InvalidOperationException($"{error} is no whole error.");
    }

    private static byte[] CreateBody(Random random, int kind)
    {
        if (kind == 0)
        {
            byte[] noise = new byte[random.Next(200) == 0 ? 100_000 : random.Next(300)];
            random.NextBytes(noise);
            return noise;
        }

        byte[] seed = Seeds[random.Next(Seeds.Length)];
        return kind == 1 ? seed : Mutate(random, seed);
    }

    private static byte[] Mutate(Random random, byte[] seed)
    {
        List<byte> bytes = [.. seed];
        for (int rounds = random.Next(4); rounds > 0 && bytes.Count > 0; rounds--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, random.Next(bytes.Count - at))); break;
                case 3: bytes.InsertRange(at, Seeds[random.Next(Seeds.Length)]); break;
                case 4: bytes.InsertRange(at, Enumerable.Repeat(bytes[at], random.Next(200))); break;
                default: bytes.Insert(at, "\"\\{}[],=&#%+;\0\r\n"u8[random.Next(15)]); break;
            }
        }

        return [.. bytes];
    }
}
