using Microsoft.Extensions.Configuration;

namespace LinkErrors.Settings;

/// <summary>
/// Finds what the binder passes over in silence: keys that nobody reads, which are misspelt more often than not, and a value
/// where a list or a section belongs.
/// </summary>
internal static class LinkErrorsConfigurationKeys
{
    /// <summary>The configuration takes a colon for a step of the path, so that the rest of the identifier arrives as a section.</summary>
    private const string ColonHint = $" A client identifier with a colon is the {nameof(LinkClientOptions.ClientId)} of an entry with another name.";

    private static readonly string[] RootKeys =
    [
        nameof(LinkErrorsOptions.Dialect),
        nameof(LinkErrorsOptions.FallbackRedirectUri),
        nameof(LinkErrorsOptions.LoginPath),
        nameof(LinkErrorsOptions.ErrorUriBase),
        nameof(LinkErrorsOptions.ErrorUriInChallenges),
        nameof(LinkErrorsOptions.Issuer),
        nameof(LinkErrorsOptions.Realm),
        nameof(LinkErrorsOptions.ResourceMetadata),
        nameof(LinkErrorsOptions.DPoPAlgorithms),
        nameof(LinkErrorsOptions.LocalizeMessages),
        nameof(LinkErrorsOptions.IncludeDebugDetails),
        nameof(LinkErrorsOptions.IncludeClientInTelemetry),
        nameof(LinkErrorsOptions.CatchAll),
        nameof(LinkErrorsOptions.AnswerAtEndpoint),
        nameof(LinkErrorsOptions.PreserveMethodOnRedirect),
        nameof(LinkErrorsOptions.MaximumUrlLength),
        nameof(LinkErrorsOptions.StateLifetime),
        nameof(LinkErrorsOptions.FlowTimeout),
        nameof(LinkErrorsOptions.RedirectOnly),
        nameof(LinkErrorsOptions.Clients),
        nameof(LinkErrorsOptions.ErrorPage),
    ];

    private static readonly string[] PageKeys =
    [
        nameof(LinkErrorPageOptions.ProductName),
        nameof(LinkErrorPageOptions.LogoUri),
        nameof(LinkErrorPageOptions.AccentColor),
        nameof(LinkErrorPageOptions.SupportUri),
        nameof(LinkErrorPageOptions.StyleSheet),
        nameof(LinkErrorPageOptions.StartPath),
        nameof(LinkErrorPageOptions.Path),
    ];

    private static readonly string[] ClientKeys =
    [
        nameof(LinkClientOptions.ClientId),
        nameof(LinkClientOptions.RedirectUris),
        nameof(LinkClientOptions.Dialect),
        nameof(LinkClientOptions.AllowLoopbackPorts),
        nameof(LinkClientOptions.AllowLocalhostPorts),
        nameof(LinkClientOptions.AllowInsecureSchemes),
    ];

    public static void Check(IConfigurationSection section, List<string> failures)
    {
        CheckChildren(section, RootKeys, [nameof(LinkErrorsOptions.Clients), nameof(LinkErrorsOptions.RedirectOnly), nameof(LinkErrorsOptions.DPoPAlgorithms), nameof(LinkErrorsOptions.ErrorPage)], failures);
        CheckList(section.GetSection(nameof(LinkErrorsOptions.RedirectOnly)), failures);
        CheckList(section.GetSection(nameof(LinkErrorsOptions.DPoPAlgorithms)), failures);
        IConfigurationSection page = section.GetSection(nameof(LinkErrorsOptions.ErrorPage));
        CheckHasNoValue(page, "a section with the settings of the error page", failures);
        CheckChildren(page, PageKeys, [], failures);
        IConfigurationSection clients = section.GetSection(nameof(LinkErrorsOptions.Clients));
        CheckHasNoValue(clients, "a section with a section for each client", failures);
        foreach (IConfigurationSection client in clients.GetChildren())
        {
            CheckHasNoValue(client, "a section with the settings of one client", failures);
            CheckChildren(client, ClientKeys, [nameof(LinkClientOptions.RedirectUris)], failures, ColonHint);
            CheckList(client.GetSection(nameof(LinkClientOptions.RedirectUris)), failures);
        }
    }

    private static void CheckChildren(IConfigurationSection section, string[] known, string[] parents, List<string> failures, string sectionHint = "")
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                Add(failures, child, $"there is no such key. Known keys of {section.Path}: {string.Join(", ", known)}.{(child.Value is null ? sectionHint : "")}");
            }
            else if (!parents.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                CheckHasNoChildren(child, failures);
            }
        }
    }

    private static void CheckList(IConfigurationSection section, List<string> failures)
    {
        CheckHasNoValue(section, $"a list: its first entry has the key {section.Path}:0", failures);
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            CheckHasNoChildren(entry, failures);
        }
    }

    private static void CheckHasNoChildren(IConfigurationSection section, List<string> failures)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            Add(failures, child, $"{section.Path} is a single value, without keys of its own.");
        }
    }

    /// <summary>An empty value is how some sources spell an empty list or section.</summary>
    private static void CheckHasNoValue(IConfigurationSection section, string shape, List<string> failures)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            Add(failures, section, $"it is {shape}.");
        }
    }

    private static void Add(List<string> failures, IConfigurationSection section, string rule) =>
        failures.Add($"{section.Path} is '{section.Value ?? "a section"}': {rule}");
}
