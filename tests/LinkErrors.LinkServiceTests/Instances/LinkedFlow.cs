using System.Net.Http.Json;
using System.Text.Json;

namespace LinkErrors.LinkServiceTests.Instances;

/// <summary>One link of one client, as its user goes through it; which story it is, the number says.</summary>
internal sealed class LinkedFlow(HttpMessageInvoker http, Uri service, int number, int clients)
{
    private readonly int _client = number % clients;
    private readonly string _state = $"state-{number}";
    private string? _token;

    /// <summary>What the client is told in the end when nothing comes between.</summary>
    public string Expected => (number % 5) switch
    {
        0 => "The request was denied.",
        1 => "Not all of the required permissions were granted.",
        2 => "The link token has expired.",
        _ => "linked",
    };

    /// <summary>Every try: on a page, at the front end of the service, and in the end at the client.</summary>
    public List<FlowEnding> Endings { get; } = [];

    public FlowEnding Last => Endings[^1];

    /// <summary>Whether it is at its own client, with its own state, and not only to hear that it may try again later.</summary>
    public bool HasArrived => Endings.Count > 0 && IsOwn(Last) && Last.Find("error") != LinkErrorCodes.TemporarilyUnavailable;

    /// <summary>Whether it has ever been where it has no business: at another client, or with a state anywhere else.</summary>
    public bool WentAstray => Endings.Exists(ending => ending.Target is { } target && !IsOwn(ending) && (target.GetLeftPart(UriPartial.Path) != LinkServiceCluster.FrontEnd + "/callback" || ending.Find("state") is not null));

    public string? TokenId => _token is null ? null : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(_token)));

    /// <summary>Goes all the way, with the token that it has from before. A page is an ending, too.</summary>
    public async Task GoAsync()
    {
        FlowBrowser browser = new(http, service, $"{number}");
        if (_token is null && await IssueAsync(browser) is { } page)
        {
            Endings.Add(page);
            return;
        }

        Endings.Add(await browser.GoAsync($"/link/oauth/acme?token={_token}", form =>
        {
            form["account"] = $"account-{number}";
            _ = (number % 5) switch { 0 => form["decision"] = "deny", 1 => form["granted"] = "sleep", _ => "" };
        }));
    }

    public override string ToString() => $"flow {number} ({Expected}): {string.Join(", ", Endings)}";

    private bool IsOwn(FlowEnding ending) => ending.Target?.GetLeftPart(UriPartial.Path) == LinkServiceCluster.Target(_client) && ending.Find("state") == _state;

    private async Task<FlowEnding?> IssueAsync(FlowBrowser browser)
    {
        HttpRequestMessage request = new(HttpMethod.Post, new Uri(service, "/api/link-tokens"))
        {
            Content = JsonContent.Create(new
            {
                client_id = LinkServiceCluster.ClientId(_client),
                redirect_uri = LinkServiceCluster.Target(_client),
                state = _state,
                user_id = $"user-{number}",
                expires_in = number % 5 == 2 ? 0 : 900,
            }),
        };
        using HttpResponseMessage response = await browser.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            return new FlowEnding(response.StatusCode, null, body);
        }

        _token = JsonDocument.Parse(body).RootElement.GetProperty("link_token").GetString();
        return null;
    }
}
