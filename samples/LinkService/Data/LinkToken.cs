namespace LinkService.Data;

/// <summary>What a client asked for: one link for one of its users. The token itself is not here, only its hash.</summary>
internal sealed class LinkToken
{
    public required string Id { get; init; }

    public required string ClientId { get; init; }

    public required string UserId { get; init; }

    public string? RedirectUri { get; init; }

    public string? State { get; init; }

    public string? ResponseMode { get; init; }

    public DateTime ExpiresAt { get; init; }

    public DateTime? ConsumedAt { get; set; }
}
