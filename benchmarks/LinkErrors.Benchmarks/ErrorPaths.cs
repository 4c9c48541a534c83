using BenchmarkDotNet.Attributes;

namespace LinkErrors.Benchmarks;

/// <summary>Every contender by itself, with the statistics of BenchmarkDotNet. <see cref="ErrorPathRatios"/> holds them against each other.</summary>
[MemoryDiagnoser]
public class ErrorPaths
{
    private Contender _contender = null!;

    public static IEnumerable<string> Names => Contenders.Create().Select(contender => contender.ToString());

    [ParamsSource(nameof(Names))]
    public string Path { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _contender = Contenders.Create().Single(contender => contender.ToString() == Path);

    [Benchmark]
    public Task Answer() => _contender.RunAsync();
}
