using Microsoft.AspNetCore.Http;

namespace LinkErrors.Benchmarks;

/// <summary>One way to do one work.</summary>
/// <param name="Work">The work, the same for all of its contenders.</param>
/// <param name="Name">The way.</param>
/// <param name="Pipeline">What answers.</param>
/// <param name="Request">What is asked.</param>
/// <param name="IsBaseline">Whether the others are held against it.</param>
internal sealed record Contender(string Work, string Name, RequestDelegate Pipeline, BenchmarkRequest Request, bool IsBaseline = false)
{
    public Task RunAsync() => Request.SendAsync(Pipeline);

    public override string ToString() => $"{Work}: {Name}";
}
