using System.Text;
using System.Text.Json;
using LinkErrors.Dialects;
using Xunit.Abstractions;

namespace LinkErrors.Client.Tests.Providers;

/// <summary>What providers answered, as public bug reports tell: each must be read as the report's readers expected.</summary>
public sealed class ClientCasesTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [CorporaCasesFact]
    public async Task Cases_OfProviders_AreReadAsWanted()
    {
        JsonElement[] rows = [.. JsonElement.Parse(await File.ReadAllTextAsync(Corpora.ClientCases!)).EnumerateArray()];
        rows.Should().HaveCountGreaterThan(60);
        int wanted = 0;
        foreach (JsonElement row in rows)
        {
            string id = row.GetProperty("id").GetString()!;
            ProviderMessage message = Parse(row.GetProperty("input"));
            LinkErrorReading reading = message.Read();
            output.WriteLine($"{id}: {(reading.IsError ? $"{reading.Error.Origin!.Dialect} {reading.Error}" : reading.Reason)}");
            if (row.TryGetProperty("want", out JsonElement want))
            {
                wanted++;
                want.Deserialize<ProviderWant>(Web)!.Verify(reading, id);
            }

            if (message.IsResponse)
            {
                (await message.CatchAsync()).Should().Be(reading.Error, id);
            }
        }

        output.WriteLine($"{rows.Length} cases, {wanted} of them with a wish");
    }

    private static ProviderMessage Parse(JsonElement input) => new(
        Text(input, "url"),
        Text(input, "form"),
        input.TryGetProperty("status", out JsonElement status) ? status.GetInt32() : 0,
        input.TryGetProperty("headers", out JsonElement headers) ? [.. headers.EnumerateObject().SelectMany(Lines)] : [],
        input.TryGetProperty("base64", out JsonElement encoded) ? encoded.GetBytesFromBase64() : Encoding.UTF8.GetBytes(Text(input, "body") ?? ""));

    private static string? Text(JsonElement input, string name) => input.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static IEnumerable<KeyValuePair<string, string>> Lines(JsonProperty header) =>
        (header.Value.ValueKind == JsonValueKind.Array ? [.. header.Value.EnumerateArray()] : (JsonElement[])[header.Value])
            .Select(value => KeyValuePair.Create(header.Name, value.GetString()!));
}
