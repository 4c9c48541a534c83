using System.Text.Json;

namespace LinkErrors.Core.Tests.Model;

public sealed class LinkErrorEqualityTests
{
    /// <summary>One change each of an error that has every value.</summary>
    private static readonly Dictionary<string, Func<LinkError, LinkError>> Changes = new(StringComparer.Ordinal)
    {
        ["Code"] = error => new LinkError(LinkErrorDefinitions.LinkTokenInvalid)
        {
            Title = error.Title,
            Message = error.Message,
            StatusCode = error.StatusCode,
            State = error.State,
            Data = error.Data,
            Scopes = error.Scopes,
            RetryAfter = error.RetryAfter,
            HelpUri = error.HelpUri,
            ReferenceId = error.ReferenceId,
            Origin = error.Origin,
        },
        ["Title"] = error => error with { Title = "Another title" },
        ["Message"] = error => error with { Message = "Another message." },
        ["StatusCode"] = error => error with { StatusCode = 411 },
        ["State"] = error => error with { State = "XYZ" },
        ["Data"] = error => error with { Data = JsonElement.Parse("""{"a":[1,2],"b":"y"}""") },
        ["Data removed"] = error => error with { Data = null },
        ["Scopes"] = error => error with { Scopes = ["read", "admin"] },
        ["Scopes order"] = error => error with { Scopes = ["write", "read"] },
        ["RetryAfter"] = error => error with { RetryAfter = TimeSpan.FromSeconds(4) },
        ["HelpUri"] = error => error with { HelpUri = new Uri("https://docs.example.org/other") },

        // System.Uri would call these two equal.
        ["HelpUri fragment"] = error => error with { HelpUri = new Uri("https://docs.example.org/e#y") },
        ["HelpUri case"] = error => error with { HelpUri = new Uri("https://DOCS.example.org/e#x") },
        ["ReferenceId"] = error => error with { ReferenceId = "other" },
        ["Origin"] = error => error with { Origin = error.Origin! with { WireText = "other" } },
    };

    public static TheoryData<string> ChangeNames { get; } = [.. Changes.Keys];

    [Fact]
    public void Equals_SameValues_IsTrue()
    {
        LinkError left = Full("""{"a":[1,2],"b":"x"}""");

        // The order of members and the white space do not change what JSON says.
        LinkError right = Full("""{ "b": "x", "a": [1, 2] }""");

        left.Should().Be(right);
        (left == right).Should().BeTrue();
        left.GetHashCode().Should().Be(right.GetHashCode());
    }

    [Fact]
    public void Equals_ExplicitTextOfTheDefinition_IsTrue()
    {
        LinkError error = new(LinkErrorDefinitions.InvalidGrant);

        (error with { Message = error.Message, Title = error.Title, StatusCode = error.StatusCode }).Should().Be(error);
    }

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public void Equals_OneOtherValue_IsFalse(string change)
    {
        LinkError error = Full("""{"a":[1,2],"b":"x"}""");
        LinkError other = Changes[change](error);

        error.Equals(other).Should().BeFalse();
        other.Equals(error).Should().BeFalse();
        (error != other).Should().BeTrue();
    }

    [Fact]
    public void Equals_Null_IsFalse() => Full("{}").Equals(null).Should().BeFalse();

    private static LinkError Full(string data) => new(LinkErrorDefinitions.LinkTokenExpired)
    {
        Title = "Too late",
        Message = "Gone.",
        StatusCode = 410,
        State = "xyz",
        Data = JsonElement.Parse(data),
        Scopes = ["read", "write"],
        RetryAfter = TimeSpan.FromSeconds(3),
        HelpUri = new Uri("https://docs.example.org/e#x"),
        ReferenceId = "trace",
        Origin = new LinkErrorOrigin("junction", "token_expired", "gone"),
    };
}
