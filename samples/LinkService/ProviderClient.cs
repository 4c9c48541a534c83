using System.Text.Json;
using LinkErrors.Exceptions;

namespace LinkService;

/// <summary>The API of the provider. It answers its errors with this library too, and they are thrown here as they were thrown there.</summary>
internal sealed class ProviderClient(HttpClient http)
{
    private const string Name = "Acme";

    public Task<string> CheckPasswordAsync(string username, string password, string? code, CancellationToken cancellationToken) =>
        AskAsync(() => http.PostAsJsonAsync("/password", new { username, password, code }, cancellationToken), "account", cancellationToken);

    public Task<string> CheckEmailAsync(string email, string region, CancellationToken cancellationToken) =>
        AskAsync(() => http.PostAsJsonAsync("/email", new { email, region }, cancellationToken), "account", cancellationToken);

    public Task<string> ReadProfileAsync(string? accessToken, CancellationToken cancellationToken) => AskAsync(
        async () =>
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/profile");
            request.Headers.Authorization = new("Bearer", accessToken);
            return await http.SendAsync(request, cancellationToken);
        },
        "name",
        cancellationToken);

    /// <summary>A provider that is down, slow or answers what nobody can read is one error.</summary>
    private static async Task<string> AskAsync(Func<Task<HttpResponseMessage>> send, string member, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await send();
            response.EnsureSuccessStatusCode();
            JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return answer.GetProperty(member).GetString() ?? throw new JsonException($"The provider left out '{member}'.");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProviderApiException("The provider did not answer as it should.", exception) { Provider = Name };
        }
    }
}
