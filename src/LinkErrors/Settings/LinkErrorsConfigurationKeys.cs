using System.Globalization;
using LinkErrors.Model;
using Microsoft.Extensions.Configuration;

namespace LinkErrors.Settings;

/// <summary>
/// Finds what the binder passes over in silence: keys that nobody reads, which are misspelt more often than not, and a value
/// where a list or a section belongs; and what stops the binder, in words of the settings.
/// </summary>
internal static class LinkErrorsConfigurationKeys
{
    /// <summary>The configuration takes a colon for a step of the path, so that the rest of the identifier arrives as a section.</summary>
    private const string ColonHint = $" A client identifier with a colon is the {nameof(LinkClientOptions.ClientId)} of an entry with another name.";

    private static readonly Key[] RootKeys =
    [
        new(nameof(LinkErrorsOptions.Dialect), KeyShape.Text),
        new(nameof(LinkErrorsOptions.FallbackRedirectUri), KeyShape.Text),
        new(nameof(LinkErrorsOptions.LoginPath), KeyShape.Text),
        new(nameof(LinkErrorsOptions.ErrorUriBase), KeyShape.Text),
        new(nameof(LinkErrorsOptions.ErrorUriInChallenges), KeyShape.Flag),
        new(nameof(LinkErrorsOptions.Issuer), KeyShape.Text),
        new(nameof(LinkErrorsOptions.Realm), KeyShape.Text),
        new(nameof(LinkErrorsOptions.ResourceMetadata), KeyShape.Text),
        new(nameof(LinkErrorsOptions.DPoPAlgorithms), KeyShape.List),
        new(nameof(LinkErrorsOptions.LocalizeMessages), KeyShape.Flag),
        new(nameof(LinkErrorsOptions.IncludeDebugDetails), KeyShape.FlagOrNothing),
        new(nameof(LinkErrorsOptions.IncludeClientInTelemetry), KeyShape.Flag),
        new(nameof(LinkErrorsOptions.CatchAll), KeyShape.Flag),
        new(nameof(LinkErrorsOptions.AnswerAtEndpoint), KeyShape.Flag),
        new(nameof(LinkErrorsOptions.PreserveMethodOnRedirect), KeyShape.Flag),
        new(nameof(LinkErrorsOptions.MaximumUrlLength), KeyShape.Number),
        new(nameof(LinkErrorsOptions.StateLifetime), KeyShape.Time),
        new(nameof(LinkErrorsOptions.FlowTimeout), KeyShape.Time),
        new(nameof(LinkErrorsOptions.RedirectOnly), KeyShape.List),
        new(nameof(LinkErrorsOptions.Clients), KeyShape.Section),
        new(nameof(LinkErrorsOptions.ErrorPage), KeyShape.Section),
    ];

    private static readonly Key[] PageKeys =
    [
        new(nameof(LinkErrorPageOptions.ProductName), KeyShape.Text),
        new(nameof(LinkErrorPageOptions.LogoUri), KeyShape.Text),
        new(nameof(LinkErrorPageOptions.AccentColor), KeyShape.Text),
        new(nameof(LinkErrorPageOptions.SupportUri), KeyShape.Text),
        new(nameof(LinkErrorPageOptions.StyleSheet), KeyShape.Text),
        new(nameof(LinkErrorPageOptions.StartPath), KeyShape.Text),
        new(nameof(LinkErrorPageOptions.Path), KeyShape.Text),
    ];

    private static readonly Key[] ClientKeys =
    [
        new(nameof(LinkClientOptions.ClientId), KeyShape.Text),
        new(nameof(LinkClientOptions.RedirectUris), KeyShape.List),
        new(nameof(LinkClientOptions.Dialect), KeyShape.Text),
        new(nameof(LinkClientOptions.AllowLoopbackPorts), KeyShape.Flag),
        new(nameof(LinkClientOptions.AllowLocalhostPorts), KeyShape.Flag),
        new(nameof(LinkClientOptions.AllowInsecureSchemes), KeyShape.Flag),
    ];

    /// <summary>Adds what is wrong with the keys of the section.</summary>
    /// <returns>Whether the rest can be bound: a value of another type stops the binder, which then tells of no other mistake.</returns>
    public static bool Check(IConfigurationSection section, List<string> failures)
    {
        bool isBindable = CheckChildren(section, RootKeys, failures);
        IConfigurationSection clients = section.GetSection(nameof(LinkErrorsOptions.Clients));
        isBindable &= CheckChildren(section.GetSection(nameof(LinkErrorsOptions.ErrorPage)), PageKeys, failures);
        foreach (IConfigurationSection client in clients.GetChildren())
        {
            CheckHasNoValue(client, "a section with the settings of one client", failures);
            isBindable &= CheckChildren(client, ClientKeys, failures, ColonHint);
        }

        return isBindable;
    }

    private static bool CheckChildren(IConfigurationSection section, Key[] known, List<string> failures, string sectionHint = "")
    {
        bool isBindable = true;
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (Array.Find(known, key => key.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } key)
            {
                isBindable &= CheckShape(child, key, failures);
                continue;
            }

            IEnumerable<string> names = known.Select(candidate => candidate.Name);
            Add(failures, child, $"there is no such key.{Suggestion.Ask(child.Key, names)} Known keys of {section.Path}: {string.Join(", ", names)}.{(child.Value is null ? sectionHint : "")}");
        }

        return isBindable;
    }

    private static bool CheckShape(IConfigurationSection section, Key key, List<string> failures)
    {
        switch (key.Shape)
        {
            case KeyShape.List:
                CheckHasNoValue(section, $"a list: its first entry has the key {section.Path}:0", failures);
                foreach (IConfigurationSection entry in section.GetChildren())
                {
                    CheckHasNoChildren(entry, failures);
                }

                return true;

            case KeyShape.Section:
                CheckHasNoValue(section, "a section with keys of its own", failures);
                return true;

            default:
                CheckHasNoChildren(section, failures);
                return CheckValue(section, key.Shape, failures);
        }
    }

    private static bool CheckValue(IConfigurationSection section, KeyShape shape, List<string> failures)
    {
        if (section.Value is not { } value)
        {
            return true;
        }

        (bool isOfShape, string rule) = shape switch
        {
            KeyShape.Flag => (bool.TryParse(value, out _), "it is 'true' or 'false'."),
            KeyShape.FlagOrNothing => (value.Length == 0 || bool.TryParse(value, out _), "it is 'true' or 'false'."),
            KeyShape.Number => (int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), "it is a whole number, such as '2048'."),
            KeyShape.Time => (TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _), "it is a time in hours, minutes and seconds, such as '00:15:00'."),
            _ => (true, ""),
        };
        if (!isOfShape)
        {
            Add(failures, section, rule);
        }

        return isOfShape;
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

    private enum KeyShape
    {
        Text,
        Flag,
        FlagOrNothing,
        Number,
        Time,
        List,
        Section,
    }

    private sealed record Key(string Name, KeyShape Shape);
}
