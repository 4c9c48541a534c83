using Microsoft.Extensions.Configuration;

namespace LinkErrors.Hosting;

/// <summary>Finds keys that nobody reads, which are misspelt more often than not.</summary>
internal static class LinkErrorsConfigurationKeys
{
    private static readonly string[] RootKeys =
    [
        nameof(LinkErrorsOptions.Dialect),
        nameof(LinkErrorsOptions.FallbackRedirectUri),
        nameof(LinkErrorsOptions.LoginPath),
        nameof(LinkErrorsOptions.ErrorUriBase),
        nameof(LinkErrorsOptions.Issuer),
        nameof(LinkErrorsOptions.Realm),
        nameof(LinkErrorsOptions.IncludeDebugDetails),
        nameof(LinkErrorsOptions.CatchAll),
        nameof(LinkErrorsOptions.PreserveMethodOnRedirect),
        nameof(LinkErrorsOptions.MaximumUrlLength),
        nameof(LinkErrorsOptions.StateLifetime),
        nameof(LinkErrorsOptions.FlowTimeout),
        nameof(LinkErrorsOptions.RedirectOnly),
        nameof(LinkErrorsOptions.Clients),
    ];

    private static readonly string[] ClientKeys =
    [
        nameof(LinkClientOptions.RedirectUris),
        nameof(LinkClientOptions.Dialect),
        nameof(LinkClientOptions.AllowLoopbackPorts),
        nameof(LinkClientOptions.AllowInsecureSchemes),
    ];

    public static void Check(IConfigurationSection section, List<string> failures)
    {
        CheckChildren(section, RootKeys, failures);
        foreach (IConfigurationSection client in section.GetSection(nameof(LinkErrorsOptions.Clients)).GetChildren())
        {
            CheckChildren(client, ClientKeys, failures);
        }
    }

    private static void CheckChildren(IConfigurationSection section, string[] known, List<string> failures)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                failures.Add($"{child.Path} is '{child.Value ?? "a section"}': there is no such key. Known keys of {section.Path}: {string.Join(", ", known)}.");
            }
        }
    }
}
