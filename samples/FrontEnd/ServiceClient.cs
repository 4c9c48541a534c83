using System.Text.Json;

namespace FrontEnd;

/// <summary>What the server of this application asks LinkService. An error that it answers is thrown, as it threw it.</summary>
internal sealed class ServiceClient(HttpClient http, ServiceAddress service)
{
    public async Task<string> IssueTokenAsync(object request, CancellationToken cancellationToken) => await PostAsync("/api/link-tokens", "link_token", request, cancellationToken);

    public async Task<string> LinkAsync(string path, object request, CancellationToken cancellationToken) => await PostAsync(path, "connection", request, cancellationToken);

    private async Task<string> PostAsync(string path, string member, object request, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(service.Uri + path, request, cancellationToken);
        response.EnsureSuccessStatusCode();
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty(member).GetString()!;
    }
}
