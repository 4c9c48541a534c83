using System.Diagnostics;
using System.Globalization;
using LinkErrors.Flows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LinkErrors.Benchmarks;

/// <summary>What many registered URIs cost at the start: processor time, and memory that stays.</summary>
internal static class ClientScale
{
    public static string ClientId(int index) => string.Create(CultureInfo.InvariantCulture, $"client-{index}");

    public static string RedirectUri(int index) => string.Create(CultureInfo.InvariantCulture, $"https://client-{index}.example/callback");

    /// <summary>The store of an application that registers one URI for each of so many clients.</summary>
    public static ILinkClientStore CreateStore(int count) => CreateStore(CreateOptions(count));

    /// <summary>What a configuration source has made before the library sees it.</summary>
    private static List<KeyValuePair<string, LinkClientOptions>> CreateOptions(int count) =>
        [.. Enumerable.Range(0, count).Select(index => KeyValuePair.Create(ClientId(index), new LinkClientOptions { RedirectUris = { RedirectUri(index) } }))];

    private static ILinkClientStore CreateStore(List<KeyValuePair<string, LinkClientOptions>> clients)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddLinkErrors(options =>
        {
            foreach ((string clientId, LinkClientOptions client) in clients)
            {
                options.Clients.Add(clientId, client);
            }

            // Nobody needs them any more, and this delegate stays.
            clients.Clear();
            clients.TrimExcess();
        });
        return builder.Build().Services.GetRequiredService<ILinkClientStore>();
    }

    public static async Task PrintAsync()
    {
        CreateStore(10);
        Console.WriteLine("| registered URIs | start, from options that are made, processor time | memory that stays | one look-up |");
        Console.WriteLine("|---|---|---|---|");
        foreach (int count in (int[])[10, 1_000, 100_000, 1_000_000])
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            List<KeyValuePair<string, LinkClientOptions>> clients = CreateOptions(count);
            TimeSpan used = Environment.CpuUsage.TotalTime;
            ILinkClientStore store = CreateStore(clients);
            TimeSpan elapsed = Environment.CpuUsage.TotalTime - used;
            double megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            double nanoseconds = await MeasureLookupAsync(store, RedirectUri(count / 2));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {count:N0} | {elapsed.TotalSeconds:F2} s | {megabytes:F1} MB | {nanoseconds:F0} ns |"));
        }
    }

    /// <summary>The best of several rounds, because others use the machine too.</summary>
    private static async Task<double> MeasureLookupAsync(ILinkClientStore store, string redirectUri)
    {
        const int Lookups = 1_000_000;
        double best = double.MaxValue;
        for (int round = 0; round < 10; round++)
        {
            long started = Stopwatch.GetTimestamp();
            for (int index = 0; index < Lookups; index++)
            {
                _ = await store.FindByRedirectUriAsync(redirectUri, CancellationToken.None) ?? throw new InvalidOperationException("A registered URI was not found.");
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalNanoseconds / Lookups);
        }

        return best;
    }
}
