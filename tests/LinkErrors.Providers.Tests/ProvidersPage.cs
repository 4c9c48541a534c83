using System.Globalization;
using System.Text;
using LinkErrors.Dialects;

namespace LinkErrors.Providers.Tests;

/// <summary>Writes docs/providers.md.</summary>
internal static class ProvidersPage
{
    private const string Introduction = """
        # Providers

        This page is made from the statements of the package `LinkErrors.Providers` and from the answers that they were recorded from; a
        test keeps it true. Give the statement to the client that talks to the provider:

        ```csharp
        services.AddHttpClient("strava").AddLinkErrors(options => options.Reader.Dialect = ProviderDialects.Strava);
        ```

        The shapes of the answers are facts of their sources, the words in the tests are ours. Where it says "partly", a row of the table of
        codes rests on an answer for which no public address is known; it is not among the recorded shapes. A code that neither the table
        nor the catalog knows passes or goes by the status, as each provider's table says. A challenge that names an error goes before the body, and
        `error` on a callback is read as RFC 6749 says, with the table of codes. Of several places the first counts that has a code which is known. For a provider that is not here, see
        [a provider of your own](client.md#a-provider-of-your-own).

        """;

    public static string Write(IReadOnlyList<ProviderShapes> providers)
    {
        StringBuilder page = new(Introduction.ReplaceLineEndings("\n"));
        page.Append("\n| provider | recorded shapes | errors with a success | sources |\n|---|---|---|---|\n");
        foreach (ProviderShapes provider in providers)
        {
            page.Append(CultureInfo.InvariantCulture, $"| [`ProviderDialects.{Property(provider)}`](#{provider.Provider}) | {provider.Shapes.Count} | {(provider.Dialect.IsError is null ? "no" : "yes")} | {(provider.IsPartlySourced ? "partly" : "all")} |\n");
        }

        foreach (ProviderShapes provider in providers)
        {
            Write(page, provider);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, ProviderShapes provider)
    {
        JsonLinkErrorDialect dialect = provider.Dialect;
        page.Append(CultureInfo.InvariantCulture, $"\n## {provider.Provider}\n\n| | |\n|---|---|\n");
        WritePaths(page, "code", dialect.Code);
        WritePaths(page, "sub-code", dialect.SubCode);
        WritePaths(page, "text", dialect.Text);
        WritePaths(page, "scopes", dialect.Scopes);
        WritePaths(page, "reference", dialect.Reference);
        WritePaths(page, "delay", dialect.RetryAfter);
        page.Append(CultureInfo.InvariantCulture, $"| unknown codes | {(dialect.PassesUnknownCodes ? "pass" : "by status")} |\n");
        foreach ((int status, string canonical) in dialect.StatusCodes.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| status {status} | `{canonical}` |\n");
        }

        if (dialect.Codes.Rows.Count > 0)
        {
            page.Append("\n| its code | means |\n|---|---|\n");
            foreach ((string code, string? subCode, string canonical) in dialect.Codes.Rows)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{code}`{(subCode is null ? "" : $" with `{subCode}`")} | `{canonical}` |\n");
            }
        }

        page.Append("\n| recorded | read as | source |\n|---|---|---|\n");
        foreach (ProviderShape shape in provider.Shapes)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {shape.What.Replace("|", "\\|", StringComparison.Ordinal)} | {Describe(shape)} | {string.Join(", ", shape.Sources.Select(ToLink))} |\n");
        }
    }

    private static string Describe(ProviderShape shape) =>
        !shape.Want.Read ? "no error" : $"{(shape.Url is null ? $"{shape.Status} " : "")}`{shape.Want.Code}`";

    private static string ToLink(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out Uri? address) ? $"[{address.Host}]({source.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})" : source;

    private static string Property(ProviderShapes provider) =>
        typeof(ProviderDialects).GetProperties().Single(property => ReferenceEquals(property.GetValue(null), provider.Dialect)).Name;

    private static void WritePaths(StringBuilder page, string what, IReadOnlyList<string> paths)
    {
        if (paths.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {what} | {string.Join(", ", paths.Select(path => $"`{path}`"))} |\n");
        }
    }
}
