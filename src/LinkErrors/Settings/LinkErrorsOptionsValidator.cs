using LinkErrors.Flows;
using LinkErrors.Model;
using LinkErrors.Redirects;
using Microsoft.Extensions.Options;

namespace LinkErrors.Settings;

/// <summary>Stops the start on a wrong setting, with the key, the value, the rule and the way out.</summary>
internal sealed class LinkErrorsOptionsValidator(LinkErrorDialectRegistry dialects, LinkErrorCatalog catalog) : IValidateOptions<LinkErrorsOptions>
{
    private const int LeastUrlLength = 256;

    private static readonly TimeSpan MaximumTime = TimeSpan.FromDays(7);

    public ValidateOptionsResult Validate(string? name, LinkErrorsOptions options)
    {
        List<string> failures = [];
        CheckDialect(nameof(options.Dialect), options.Dialect, failures);
        if (options.FallbackRedirectUri is not ['/', ..])
        {
            CheckUri(nameof(options.FallbackRedirectUri), options.FallbackRedirectUri, failures, allowFragment: true);
        }
        else if (!LocalPath.IsValid(options.FallbackRedirectUri, allowFragment: true))
        {
            Add(failures, nameof(options.FallbackRedirectUri), options.FallbackRedirectUri, "a local one is a path of this site, such as '/oops', without '//' or dot segments.");
        }

        CheckUri(nameof(options.ErrorUriBase), options.ErrorUriBase, failures, allowInsecureSchemes: true, isWeb: true);
        CheckUri(nameof(options.ResourceMetadata), options.ResourceMetadata, failures, allowInsecureSchemes: true, isWeb: true);
        CheckUri(nameof(options.Issuer), options.Issuer, failures, allowInsecureSchemes: true, isWeb: true);
        if (options.Issuer?.Contains('?', StringComparison.Ordinal) == true)
        {
            Add(failures, nameof(options.Issuer), options.Issuer, "an issuer identifier has no query (RFC 9207 section 2).");
        }

        CheckLoginPath(options.LoginPath, failures);
        if (options.MaximumUrlLength < LeastUrlLength)
        {
            Add(failures, nameof(options.MaximumUrlLength), options.MaximumUrlLength, $"a redirect URL needs at least {LeastUrlLength} characters. Raise it, or leave the key out for 2048.");
        }

        if (string.IsNullOrWhiteSpace(options.Realm) || options.Realm.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            Add(failures, nameof(options.Realm), options.Realm, "a realm is printable ASCII text. Leave the key out for 'link'.");
        }

        CheckAlgorithms(options.DPoPAlgorithms, failures);
        CheckTime(nameof(options.StateLifetime), options.StateLifetime, failures);
        CheckTime(nameof(options.FlowTimeout), options.FlowTimeout, failures);
        if (options.EventsType is { } events && !events.IsAssignableTo(typeof(LinkErrorsEvents)))
        {
            Add(failures, nameof(options.EventsType), events, $"it is a type that derives from {nameof(LinkErrorsEvents)}. Set it with AddLinkErrors().AddEvents<T>().");
        }

        for (int index = 0; index < options.RedirectOnly.Count; index++)
        {
            if (!catalog.TryFind(options.RedirectOnly[index], out _))
            {
                Add(failures, $"{nameof(options.RedirectOnly)}:{index}", options.RedirectOnly[index], $"there is no such code in the catalog.{Suggestion.Ask(options.RedirectOnly[index], catalog.Select(definition => definition.Code))} Add one of your own with AddLinkErrors().AddError(...).");
            }
        }

        CheckClients(options.Clients, failures);

        LinkErrorPageOptionsValidator.Check(options.ErrorPage, (key, value, rule) => Add(failures, $"{nameof(options.ErrorPage)}:{key}", value, rule));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Add(List<string> failures, string key, object? value, string rule) =>
        failures.Add($"{LinkErrorsOptions.SectionName}:{key} is '{value}': {rule}");

    private static void CheckUri(
        string key, string? uri, List<string> failures, bool allowFragment = false, bool allowInsecureSchemes = false, bool isWeb = false)
    {
        if (uri is null)
        {
            return;
        }

        if (RedirectUriGrammar.Check(uri, allowFragment, allowInsecureSchemes) is { } refusal)
        {
            Add(failures, key, uri, refusal.Explanation);
        }
        else if (isWeb && !uri.StartsWith("https://", StringComparison.Ordinal) && !uri.StartsWith("http://", StringComparison.Ordinal))
        {
            Add(failures, key, uri, "it is an http or https address.");
        }
        else if (isWeb && !Uri.TryCreate(uri, UriKind.Absolute, out _))
        {
            Add(failures, key, uri, "its host is no host name: letters and digits stand around '-' and '_'.");
        }
    }

    /// <summary>RFC 9449 §4.2: a proof is signed with the key of the client, so neither unsigned nor by a secret that is shared.</summary>
    private static void CheckAlgorithms(IList<string> algorithms, List<string> failures)
    {
        for (int index = 0; index < algorithms.Count; index++)
        {
            string name = algorithms[index];
            bool isName = name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
            if (!isName || name is "none" || name.StartsWith("HS", StringComparison.Ordinal))
            {
                Add(failures, $"{nameof(LinkErrorsOptions.DPoPAlgorithms)}:{index}", name, "it is the name of one asymmetric signature algorithm, such as 'ES256' (RFC 9449 section 4.2).");
            }
        }
    }

    private static void CheckTime(string key, TimeSpan time, List<string> failures)
    {
        if (time <= TimeSpan.Zero || time > MaximumTime)
        {
            Add(failures, key, time, $"it is a time of more than zero and at most {MaximumTime.TotalDays} days, such as '00:15:00'.");
        }
    }

    private static void CheckLoginPath(string? path, List<string> failures)
    {
        if (path is not null && !LocalPath.IsValid(path))
        {
            Add(failures, nameof(LinkErrorsOptions.LoginPath), path, $"it is a path of this site, such as '/api/auth/login', {LocalPath.Rule}");
        }
    }

    private void CheckClients(IDictionary<string, LinkClientOptions> clients, List<string> failures)
    {
        List<string> found = [];
        foreach ((string name, LinkClientOptions client) in clients)
        {
            CheckClient(name, client, found);
        }

        CheckRepetitions(clients, found);
        found.Sort(StringComparer.Ordinal);
        failures.AddRange(found);
    }

    private void CheckClient(string name, LinkClientOptions client, List<string> failures)
    {
        string clientId = client.ClientId ?? name;
        if (clientId.Length == 0)
        {
            Add(failures, ClientIdKey(name, client), clientId, $"a client identifier is not empty. It is the name of the entry, or its {nameof(client.ClientId)}.");
        }
        else if (ClientIdentifier.Check(clientId) is { } fault)
        {
            Add(failures, SingleLine.Escape(ClientIdKey(name, client)), SingleLine.Escape(clientId), fault);
        }

        if (client.Dialect is not null)
        {
            CheckDialect($"{ClientKey(name)}:{nameof(client.Dialect)}", client.Dialect, failures);
        }

        for (int index = 0; index < client.RedirectUris.Count; index++)
        {
            string uri = client.RedirectUris[index];
            if (RedirectUriGrammar.Check(uri, allowInsecureSchemes: client.AllowInsecureSchemes) is { } refusal)
            {
                Add(failures, $"{ClientKey(name)}:{nameof(client.RedirectUris)}:{index}", uri, refusal.Explanation + GetWayOut(refusal));
            }
        }
    }

    /// <summary>A client may be given more than the operator's own addresses.</summary>
    private static string GetWayOut(RedirectUriRefusal refusal) => refusal.Rule is "https" or "private-use"
        ? $" Where that cannot be, {nameof(LinkClientOptions.AllowInsecureSchemes)} of this client allows it."
        : "";

    /// <summary>Names of entries cannot repeat, so only an entry with an identifier of its own can have that of another.</summary>
    private static void CheckRepetitions(IDictionary<string, LinkClientOptions> clients, List<string> failures)
    {
        Dictionary<string, string> nameById = new(StringComparer.Ordinal);
        foreach ((string name, LinkClientOptions client) in clients.Where(entry => entry.Value.ClientId is not (null or "")).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            string clientId = client.ClientId!;
            string? other = clients.TryGetValue(clientId, out LinkClientOptions? named) && named.ClientId is null ? clientId : nameById.GetValueOrDefault(clientId);
            if (other is not null)
            {
                Add(failures, ClientIdKey(name, client), clientId, $"{LinkErrorsOptions.SectionName}:{ClientKey(other)} has that client identifier already. Make one entry of both, or correct one.");
            }

            nameById.TryAdd(clientId, name);
        }
    }

    private static string ClientKey(string name) => $"{nameof(LinkErrorsOptions.Clients)}:{name}";

    private static string ClientIdKey(string name, LinkClientOptions client) => client.ClientId is null ? ClientKey(name) : $"{ClientKey(name)}:{nameof(client.ClientId)}";

    private void CheckDialect(string key, string? name, List<string> failures)
    {
        if (!dialects.Contains(name))
        {
            Add(failures, key, name, $"there is no such dialect.{dialects.Suggest(name)} Known dialects: {dialects.Names}.");
        }
    }
}
