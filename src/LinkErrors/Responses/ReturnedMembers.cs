using System.Text.Json;

namespace LinkErrors.Responses;

/// <summary>What an endpoint itself said in the shape of a dialect: it goes before what the dialect would write, where it is written in that dialect.</summary>
/// <param name="Dialect">The name of the dialect.</param>
/// <param name="Value">The JSON object.</param>
internal sealed record ReturnedMembers(string Dialect, JsonElement Value)
{
    /// <summary>Writes an object with all its members, and those of ours that it does not have.</summary>
    public void Write(ReadOnlyMemory<byte> ours, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (JsonProperty member in Value.EnumerateObject())
        {
            member.WriteTo(writer);
        }

        using JsonDocument written = JsonDocument.Parse(ours);
        foreach (JsonProperty member in written.RootElement.EnumerateObject())
        {
            if (!Value.TryGetProperty(member.Name, out _))
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
