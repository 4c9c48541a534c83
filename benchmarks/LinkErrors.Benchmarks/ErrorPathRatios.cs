using System.Diagnostics;
using System.Globalization;

namespace LinkErrors.Benchmarks;

/// <summary>
/// Holds the contenders of each work against each other in one process, turn by turn, so that whatever else the machine does meets all of
/// them alike. Prints the table of RESULTS.md: ratios of medians of processor time, and the exact bytes that one answer allocates.
/// </summary>
internal static class ErrorPathRatios
{
    private const int Rounds = 41;
    private static readonly TimeSpan FirstWarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(25);

    public static async Task PrintAsync(string filter)
    {
        Contender[] contenders = [.. (BenchmarkRequest.HasNewContexts ? Contenders.CreateUnheard() : Contenders.Create()).Where(contender => contender.ToString().Contains(filter, StringComparison.OrdinalIgnoreCase))];
        Console.WriteLine("| work | contender | of the first | bytes | µs |");
        Console.WriteLine("|---|---|--:|--:|--:|");
        TimeSpan warmUp = FirstWarmUp;
        foreach (IGrouping<string, Contender> work in contenders.GroupBy(contender => contender.Work, StringComparer.Ordinal))
        {
            await WarmUpAsync([.. work], warmUp).ConfigureAwait(false);
            warmUp = WarmUp;
            (Contender Contender, double Time, long Bytes)[] results = await MeasureAsync([.. work]).ConfigureAwait(false);
            double baseline = results[0].Time;
            foreach ((Contender contender, double time, long bytes) in results)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {contender.Work} | {contender.Name} | {time / baseline:0.00} × | {bytes:#,0} | {time:0.000} |"));
            }
        }
    }

    /// <summary>One contender alone, for a profiler.</summary>
    public static async Task RunAsync(string name, TimeSpan time)
    {
        Contender contender = Contenders.Create().Single(contender => contender.ToString() == name);
        long began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            await contender.RunAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Tier 1 compiles in the background and needs a core for it, so the time of the processor counts, not that of the clock.</summary>
    private static async Task WarmUpAsync(Contender[] contenders, TimeSpan time)
    {
        TimeSpan began = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - began < time)
        {
            foreach (Contender contender in contenders)
            {
                for (int index = 0; index < 100; index++)
                {
                    await contender.RunAsync().ConfigureAwait(false);
                }
            }

            await Task.Delay(1).ConfigureAwait(false);
        }

        foreach (Contender contender in contenders)
        {
            Console.Error.WriteLine($"{contender}: {contender.Describe() switch { { Length: > 200 } text => text[..200], var text => text }}");
        }
    }

    private static async Task<(Contender Contender, double Time, long Bytes)[]> MeasureAsync(Contender[] contenders)
    {
        List<double>[] times = [.. contenders.Select(_ => new List<double>())];
        long[] bytes = new long[contenders.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int index = 0; index < contenders.Length; index++)
            {
                Contender contender = contenders[index];
                int count = 0;
                long allocated = GC.GetTotalAllocatedBytes(precise: true);
                long began = Stopwatch.GetTimestamp();
                TimeSpan used = Environment.CpuUsage.TotalTime;
                do
                {
                    for (int turn = 0; turn < 200; turn++)
                    {
                        await contender.RunAsync().ConfigureAwait(false);
                    }

                    count += 200;
                }
                while (Stopwatch.GetElapsedTime(began) < RoundTime);

                times[index].Add((Environment.CpuUsage.TotalTime - used).TotalMicroseconds / count);
                bytes[index] = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / count;
            }
        }

        return [.. contenders.Select((contender, index) => (contender, times[index].Order().ElementAt(Rounds / 2), bytes[index]))];
    }
}
