using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>What a dialect puts on the wire, as text.</summary>
internal static class Wire
{
    public static IReadOnlyList<string> DialectNames { get; } =
        ["junction", "orcidlink", "zapier", "centralauth", "loop", "oauth", "problem-details"];

    public static LinkErrorDialect Dialect(string name) => LinkErrorDialects.All.Single(dialect => dialect.Name == name);

    public static LinkError Error(string code) =>
        new(LinkErrorCatalog.Default.TryFind(code, out LinkErrorDefinition? definition) ? definition : throw new ArgumentException($"No entry of {code}.", nameof(code)));

    /// <summary>The parameters, a <c>name=value</c> each, decoded.</summary>
    public static string[] Parameters(LinkErrorDialect dialect, LinkError error, LinkErrorWriteContext? context = null)
    {
        LinkErrorParameters parameters = [];
        dialect.WriteParameters(error, context ?? LinkErrorWriteContext.Default, parameters);
        return [.. parameters.Select(parameter => $"{parameter.Name}={parameter.Value}")];
    }

    /// <summary>The parameters as they arrive at the other side, after encoding and decoding.</summary>
    public static LinkErrorParameters Received(LinkErrorDialect dialect, LinkError error, LinkErrorWriteContext? context = null)
    {
        LinkErrorParameters parameters = [];
        dialect.WriteParameters(error, context ?? LinkErrorWriteContext.Default, parameters);
        return LinkErrorParameters.Parse("?" + string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}")));
    }

    /// <summary>The headers, a <c>name: value</c> each.</summary>
    public static string[] Headers(LinkErrorDialect dialect, LinkError error, LinkErrorWriteContext? context = null)
    {
        LinkErrorHeaders headers = [];
        dialect.WriteHeaders(error, context ?? LinkErrorWriteContext.Default, headers);
        return [.. headers.Select(header => $"{header.Key}: {header.Value}")];
    }

    public static string Body(LinkErrorDialect dialect, LinkError error, LinkErrorWriteContext? context = null)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            dialect.WriteBody(error, context ?? LinkErrorWriteContext.Default, writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The whole response as it arrives at the other side.</summary>
    public static LinkErrorResponse Response(LinkErrorDialect dialect, LinkError error, LinkErrorWriteContext? context = null)
    {
        LinkErrorHeaders headers = [];
        dialect.WriteHeaders(error, context ?? LinkErrorWriteContext.Default, headers);
        return new LinkErrorResponse(
            dialect.GetStatusCode(error, context ?? LinkErrorWriteContext.Default),
            headers,
            JsonElement.Parse(Body(dialect, error, context)));
    }

    public static LinkError? Read(string dialect, string query) =>
        Dialect(dialect).ReadParameters(LinkErrorParameters.Parse(query), LinkErrorCatalog.Default);

    public static LinkError? Read(string dialect, int status, string body, params (string Name, string Value)[] headers) =>
        Dialect(dialect).ReadResponse(
            new LinkErrorResponse(status, headers.Select(header => KeyValuePair.Create(header.Name, header.Value)), JsonElement.Parse(body)),
            LinkErrorCatalog.Default);
}
