using LinkErrors.Diagnostics;
using LinkErrors.Flows;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Settings;

/// <summary>What is allowed in the settings of clients, and yet hardly meant. One line for each kind, so that many clients do not fill the log.</summary>
internal static class ClientReview
{
    public static void Report(LinkErrorsSettings settings, ILogger logger)
    {
        if (IneffectivePorts.Find(settings.ClientsById.Values, out int others) is { } first)
        {
            LinkErrorsLog.PortsIneffective(logger, first.Setting, LogText.Escape(first.ClientId), LogText.Escape(first.RedirectUri), first.Advice, others);
        }

        ReportMissing(settings, logger);
        ReportShared(settings, logger);
        ReportWildcards(settings, logger);
    }

    private static void ReportMissing(LinkErrorsSettings settings, ILogger logger)
    {
        LinkClient? first = FindFirst(settings.ClientsById.Values.Where(client => client.Uris.Count == 0), client => client.ClientId, out int others);
        if (first is not null)
        {
            LinkErrorsLog.RedirectUrisMissing(logger, LogText.Escape(first.ClientId), others);
        }
    }

    /// <summary>Only where there are fewer addresses than registrations, some of them are shared.</summary>
    private static void ReportShared(LinkErrorsSettings settings, ILogger logger)
    {
        if (settings.ClientsByRedirectUri.Count == settings.ClientsById.Values.Sum(client => client.Uris.Count))
        {
            return;
        }

        (string Uri, LinkClient Client) first = FindFirst(
            Registrations(settings).Where(registered => settings.ClientsByRedirectUri[registered.Uri] != registered.Client), registered => registered.Uri, out int others);
        if (first.Client is not null)
        {
            LinkErrorsLog.RedirectUriShared(
                logger, LogText.Escape(first.Uri), LogText.Escape(settings.ClientsByRedirectUri[first.Uri].ClientId), LogText.Escape(first.Client.ClientId), others);
        }
    }

    private static void ReportWildcards(LinkErrorsSettings settings, ILogger logger)
    {
        (string Uri, LinkClient Client) first = FindFirst(
            Registrations(settings).Where(registered => registered.Uri.Contains('*', StringComparison.Ordinal)), registered => registered.Uri, out int others);
        if (first.Client is not null)
        {
            LinkErrorsLog.WildcardIneffective(logger, LogText.Escape(first.Uri), LogText.Escape(first.Client.ClientId), others);
        }
    }

    private static IEnumerable<(string Uri, LinkClient Client)> Registrations(LinkErrorsSettings settings)
    {
        foreach (LinkClient client in settings.ClientsById.Values)
        {
            foreach (string? uri in client.Uris)
            {
                yield return (uri!, client);
            }
        }
    }

    /// <summary>The first by name, so that the line is the same with every start.</summary>
    private static T? FindFirst<T>(IEnumerable<T> found, Func<T, string> getName, out int others)
    {
        T[] all = [.. found];
        others = all.Length - 1;
        return all.OrderBy(getName, StringComparer.Ordinal).FirstOrDefault();
    }
}
