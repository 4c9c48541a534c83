using System.Text.Json;
using System.Text.Json.Nodes;
using LinkErrors.Dialects;

namespace LinkErrors.Providers.Tests;

/// <summary>A failed answer with values at given paths.</summary>
internal static class Answer
{
    public static LinkErrorResponse Of(string path, string value, string? otherPath, string? otherValue)
    {
        string[] steps = Steps(path);
        JsonNode root = steps[0] == "0" ? new JsonArray() : new JsonObject();
        Put(root, steps, value);
        if (otherPath is not null)
        {
            Put(root, Steps(otherPath), otherValue!);
        }

        return new LinkErrorResponse(418, body: JsonElement.Parse(root.ToJsonString()));
    }

    private static string[] Steps(string path) => path[0] == '/' ? path[1..].Split('/') : path.Split('.');

    private static void Put(JsonNode node, ReadOnlySpan<string> steps, string value)
    {
        JsonNode? next = Get(node, steps[0]);
        if (next is null)
        {
            next = steps.Length == 1 ? JsonValue.Create(value) : steps[1] == "0" ? new JsonArray() : new JsonObject();
            Set(node, steps[0], next);
        }

        if (steps.Length > 1)
        {
            Put(next, steps[1..], value);
        }
    }

    private static JsonNode? Get(JsonNode node, string step) => node is JsonArray array ? array.FirstOrDefault() : node[step];

    private static void Set(JsonNode node, string step, JsonNode child)
    {
        if (node is JsonArray array)
        {
            array.Add(child);
        }
        else
        {
            node[step] = child;
        }
    }
}
