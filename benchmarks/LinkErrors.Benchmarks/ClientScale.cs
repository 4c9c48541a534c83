using System.Diagnostics;
using System.Globalization;
using LinkErrors.Hosting;
using LinkErrors.Targets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LinkErrors.Benchmarks;

/// <summary>What many registered URIs cost at the start: time, and memory that stays.</summary>
internal static class ClientScale
{
    public static string ClientId(int index) => string.Create(CultureInfo.InvariantCulture, $"client-{index}");

    public static string RedirectUri(int index) => string.Create(CultureInfo.InvariantCulture, $"https://client-{index}.example/callback");

    /// <summary>The store of an application that registers one URI for each of so many clients.</summary>
    public static ILinkClientStore CreateStore(int count)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddLinkErrors(options =>
        {
            for (int index = 0; index < count; index++)
            {
                LinkClientOptions client = new();
                client.RedirectUris.Add(RedirectUri(index));
                options.Clients.Add(ClientId(index), client);
            }
        });
        return builder.Build().Services.GetRequiredService<ILinkClientStore>();
    }

    public static void Print()
    {
        CreateStore(10);
        Console.WriteLine("| registered URIs | start | memory that stays |");
        Console.WriteLine("|---|---|---|");
        foreach (int count in (ReadOnlySpan<int>)[10, 1_000, 100_000, 1_000_000])
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            long started = Stopwatch.GetTimestamp();
            ILinkClientStore store = CreateStore(count);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            double megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            GC.KeepAlive(store);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count:N0} | {elapsed.TotalSeconds:F2} s | {megabytes:F1} MB |"));
        }
    }
}
