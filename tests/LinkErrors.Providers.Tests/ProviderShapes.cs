using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Providers.Tests;

/// <summary>The recorded shapes of one provider, from <c>Shapes/name.json</c>.</summary>
public sealed record ProviderShapes
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Those of every provider, in the order of <see cref="ProviderDialects.All"/>.</summary>
    public static IReadOnlyList<ProviderShapes> All { get; } = [.. ProviderDialects.All.Select(dialect => Load(dialect.Name))];

    /// <summary>The name of the dialect.</summary>
    public required string Provider { get; init; }

    /// <summary>Whether a part of the statement rests on answers of which no public address is known.</summary>
    public bool IsPartlySourced { get; init; }

    public required IReadOnlyList<ProviderShape> Shapes { get; init; }

    public JsonLinkErrorDialect Dialect => ProviderDialects.All.Single(dialect => dialect.Name == Provider);

    public static string Folder => Path.Combine(Checkout.Root, "tests", "LinkErrors.Providers.Tests", "Shapes");

    private static ProviderShapes Load(string name) =>
        JsonSerializer.Deserialize<ProviderShapes>(File.ReadAllText(Path.Combine(Folder, $"{name}.json")), Options)!;
}
