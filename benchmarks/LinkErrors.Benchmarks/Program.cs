using System.Globalization;
using BenchmarkDotNet.Running;
using LinkErrors.Benchmarks;

if (args is [.. var before, "--new-contexts"])
{
    BenchmarkRequest.HasNewContexts = true;
    args = before;
}

if (args is ["clients", ..])
{
    await ClientScale.PrintAsync();
    return;
}

if (args is ["rejections", ..])
{
    RejectionScale.Print();
    return;
}

if (args is ["ratios", ..])
{
    await ErrorPathRatios.PrintAsync(args is [_, var filter, ..] ? filter : "");
    return;
}

if (args is ["run", var contender, var seconds])
{
    await ErrorPathRatios.RunAsync(contender, TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
    return;
}

if (args is ["serve", var name, var port])
{
    await WireServer.RunAsync(name, int.Parse(port, CultureInfo.InvariantCulture));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ClientLookup).Assembly).Run(args);
