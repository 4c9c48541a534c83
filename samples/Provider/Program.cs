using Provider;

await ProviderApplication.Create(args.Length > 0 ? args : ["--urls=http://127.0.0.1:5082"]).RunAsync();
