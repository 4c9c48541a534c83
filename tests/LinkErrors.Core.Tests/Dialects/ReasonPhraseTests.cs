using System.Net;
using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>The names of statuses, where a problem has no other title (RFC 9457 §4.2.1).</summary>
public sealed class ReasonPhraseTests
{
    public static TheoryData<int> Statuses { get; } = [.. Enumerable.Range(400, 200)];

    // The framework has the same registry, as the names of an enumeration; some statuses have two.
    [Theory]
    [MemberData(nameof(Statuses))]
    public void Name_OfAStatus_IsThatOfTheRegistry(int status)
    {
        string[] known = [.. Enum.GetNames<HttpStatusCode>().Where(name => (int)Enum.Parse<HttpStatusCode>(name) == status)];

        string title = JsonElement.Parse(Wire.Body(LinkErrorDialects.ProblemDetails, Wire.Error("conflict") with { StatusCode = status })).GetProperty("title").GetString()!;

        string letters = string.Concat(title.Where(char.IsAsciiLetter));
        letters.Should().Match(name => known.Length == 0 ? name == "Error" : known.Contains(name, StringComparer.OrdinalIgnoreCase));
        title.Should().MatchRegex("^[A-Z][a-z]+([ -][A-Z][a-z]+)*$");
    }
}
