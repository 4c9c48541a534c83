using BenchmarkDotNet.Running;
using LinkErrors.Benchmarks;

if (args is ["clients", ..])
{
    ClientScale.Print();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ClientLookup).Assembly).Run(args);
