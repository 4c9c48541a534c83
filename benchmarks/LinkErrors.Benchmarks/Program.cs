using BenchmarkDotNet.Running;
using LinkErrors.Benchmarks;

if (args is ["clients", ..])
{
    await ClientScale.PrintAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ClientLookup).Assembly).Run(args);
