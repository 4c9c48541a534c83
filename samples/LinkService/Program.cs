using LinkService;

// All three on one machine: the service, and, unless their addresses are given, a provider and a front end that stand in for real ones.
await using LinkServiceHost host = await LinkServiceHost.StartAsync(args);
Console.WriteLine($"Open {host.FrontEnd}");
await host.WaitForShutdownAsync();
