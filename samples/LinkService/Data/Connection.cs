namespace LinkService.Data;

/// <summary>A link that was made: an account at a provider, and the user of a client that it belongs to.</summary>
internal sealed class Connection
{
    public required string Id { get; init; }

    public required string Provider { get; init; }

    public required string Account { get; init; }

    public required string ClientId { get; init; }

    public required string UserId { get; init; }

    public required string LinkTokenId { get; set; }
}
