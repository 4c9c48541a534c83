using System.Text.Json;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;

namespace ErrorLab;

/// <summary>Answers "what would LinkErrors.Client read from this?".</summary>
internal static class ReadEndpoint
{
    public static async Task<ReadAnswer> ReadAsync(HttpRequest request)
    {
        // As a response it gives its members as text, whatever JSON has escaped.
        LinkErrorResponse message = new(StatusCodes.Status200OK, body: await ParseAsync(request));
        string? dialectName = message.GetText("dialect");
        LinkErrorDialect? dialect = LinkErrorDialects.All.FirstOrDefault(known => known.Name == dialectName);
        if (dialectName is not null && dialect is null)
        {
            return new ReadAnswer($"There is no such dialect. Known dialects: {string.Join(", ", LinkErrorDialects.All)}.");
        }

        LinkErrorReader reader = new(new LinkErrorReaderOptions { Dialect = dialect });
        LinkErrorReading reading = message.GetMember("url") is not null ? reader.ReadCallback(message.GetText("url") ?? "")
            : message.GetMember("form") is not null ? reader.ReadParameters(message.GetText("form") ?? "")
            : ReadResponse(message, reader);
        return reading.IsError ? new ReadAnswer(reading.Error) : new ReadAnswer(reading.Reason);
    }

    private static async Task<JsonElement> ParseAsync(HttpRequest request)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new InvalidRequestException { PublicMessage = "The body is no JSON object." };
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException(innerException: exception) { PublicMessage = "The body is not JSON." };
        }
    }

    /// <summary>A body that is no text comes as <c>base64</c>.</summary>
    private static LinkErrorReading ReadResponse(LinkErrorResponse message, LinkErrorReader reader)
    {
        int status = ReadStatus(message);
        List<KeyValuePair<string, string>> headers = ReadHeaders(message.GetMember("headers"));
        return message.GetMember("base64") is not { ValueKind: JsonValueKind.String } encoded ? reader.ReadResponse(status, headers, ReadBody(message))
            : encoded.TryGetBytesFromBase64(out byte[]? bytes) ? reader.ReadResponse(status, headers, bytes)
            : throw new InvalidRequestException { PublicMessage = "The base64 is none." };
    }

    private static int ReadStatus(LinkErrorResponse message) =>
        message.GetMember("status") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int status)
            ? status
            : throw new InvalidRequestException { PublicMessage = "There is no url, no form, and no status that is a number." };

    /// <summary>A body that is written as JSON instead of as text is taken for its text.</summary>
    private static string? ReadBody(LinkErrorResponse message) =>
        message.GetMember("body") is { ValueKind: not JsonValueKind.String } json ? json.GetRawText() : message.GetText("body");

    private static List<KeyValuePair<string, string>> ReadHeaders(JsonElement? headers)
    {
        List<KeyValuePair<string, string>> lines = [];
        if (headers is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (JsonProperty header in members.EnumerateObject())
            {
                IEnumerable<JsonElement> values = header.Value.ValueKind == JsonValueKind.Array ? header.Value.EnumerateArray() : [header.Value];
                lines.AddRange(values.Where(value => value.ValueKind != JsonValueKind.Null).Select(value => KeyValuePair.Create(header.Name, value.ToString())));
            }
        }

        return lines;
    }
}
