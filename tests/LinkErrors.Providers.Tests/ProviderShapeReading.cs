namespace LinkErrors.Providers.Tests;

/// <summary>What is to be read of a <see cref="ProviderShape"/>.</summary>
public sealed record ProviderShapeReading
{
    /// <summary>Whether it is an error at all.</summary>
    public bool Read { get; init; } = true;

    public string? Code { get; init; }

    public string? WireCode { get; init; }

    public string? Text { get; init; }

    public string? ReferenceId { get; init; }

    public double? RetryAfter { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Null where it is not said.</summary>
    public bool? Transient { get; init; }
}
