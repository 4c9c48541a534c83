using System.Globalization;
using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Client.Tests.Providers;

/// <summary>What must be read from an answer; what is null or empty does not matter.</summary>
public sealed record ProviderWant
{
    public bool Read { get; init; } = true;

    public string? Code { get; init; }

    public IReadOnlyList<string> CodeIn { get; init; } = [];

    public int? Status { get; init; }

    /// <summary>Part of the message.</summary>
    public string? Text { get; init; }

    public bool? Transient { get; init; }

    /// <summary>In seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>What is found somewhere in the error or its origin.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    public IReadOnlyList<string> NotDialect { get; init; } = [];

    public string? ReasonHas { get; init; }

    public void Verify(LinkErrorReading reading, string id)
    {
        reading.IsError.Should().Be(Read, "{0} is {1}", id, reading);
        if (reading.Error is not { } error)
        {
            reading.Reason.Should().Contain(ReasonHas ?? reading.Reason, id);
            return;
        }

        string[] codes = Code is null ? [.. CodeIn] : [Code];
        (codes.Length == 0 || codes.Contains(error.Code, StringComparer.Ordinal)).Should().BeTrue("{0} is {1}, not {2}", id, error.Code, string.Join('|', codes));
        error.StatusCode.Should().Be(Status ?? error.StatusCode, id);
        error.Message.Should().Contain(Text ?? error.Message, id);
        error.IsTransient.Should().Be(Transient ?? error.IsTransient, id);
        error.RetryAfter?.TotalSeconds.Should().Be(RetryAfter ?? error.RetryAfter?.TotalSeconds, id);
        (RetryAfter is null || error.RetryAfter is not null).Should().BeTrue("{0} says when", id);
        NotDialect.Should().NotContain(error.Origin!.Dialect, id);
        string everything = Everything(error);
        foreach (string part in Has)
        {
            everything.Should().Contain(part, id);
        }

        // None of it is what a log or a page would show.
        error.ToException().ToString().Should().NotContainAny("example-mfa-token", "secret-token");
    }

    private static string Everything(LinkError error)
    {
        LinkErrorOrigin origin = error.Origin!;
        IEnumerable<string?> parts =
        [
            error.Code, error.Title, error.Message, error.State, error.ReferenceId, error.HelpUri?.OriginalString, .. error.Scopes, Raw(error.Data),
            origin.WireCode, origin.WireText, origin.WireUri, origin.Issuer, origin.RequestId, Raw(origin.Body),
            .. origin.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"),
            .. origin.Challenges.SelectMany(challenge => challenge.Parameters).Select(parameter => $"{parameter.Key}={parameter.Value}"),
            error.StatusCode.ToString(CultureInfo.InvariantCulture),
        ];
        return string.Join('\n', parts);
    }

    private static string? Raw(JsonElement? json) => json?.GetRawText();
}
