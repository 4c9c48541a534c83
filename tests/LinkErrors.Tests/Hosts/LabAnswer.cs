using System.Text;

namespace LinkErrors.Tests.Hosts;

/// <summary>A response as it came over the wire: nothing parsed, nothing normalised, without Date and Server.</summary>
public sealed record LabAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The trace of every request here, so that the reference in an answer is known.</summary>
    public const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    private static readonly string[] ServerHeaders = ["Date", "Server", "Transfer-Encoding"];

    public string? Location => Headers.GetValueOrDefault("Location");

    public string? MediaType => Headers.GetValueOrDefault("Content-Type");

    public static async Task<LabAnswer> AskAsync(
        HttpClient client, string path, HttpMethod method, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(headers);
        string authority = client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        using HttpRequestMessage request = new(method, new Uri(authority + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Content = content;
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{TraceId}-b7ad6b7169203331-01");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await client.SendAsync(request);
        byte[] body = await response.Content.ReadAsByteArrayAsync();

        // A parsed Location would come out in the spelling of System.Uri.
        Dictionary<string, string> received = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(header => !ServerHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => string.Join(" | ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new LabAnswer((int)response.StatusCode, received, Encoding.UTF8.GetString(body));
    }
}
