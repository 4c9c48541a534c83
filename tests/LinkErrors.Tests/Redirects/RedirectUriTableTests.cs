using System.Net.Http.Json;
using System.Text.Json;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Redirects;

public sealed class RedirectUriTableTests(LabHost lab) : IClassFixture<LabHost>
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, RedirectUriTable.Rows.Count)];

    [Fact]
    public void Table_OfTheProject_HasItsRows() => RedirectUriTable.Rows.Should().HaveCountGreaterThan(120).And.OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Client_ValidatesRequestedUri_AsItsRowSays(int index)
    {
        RedirectUriRow row = RedirectUriTable.Rows[index];
        LinkClient client = new("client", [row.Registered], allowLoopbackPorts: row.AllowLoopbackPorts, allowLocalhostPorts: row.AllowLocalhostPorts);

        RedirectUriValidation validation = client.Validate(row.Requested);

        validation.IsAllowed.Should().Be(row.Rule is null, "{0}", row);
        validation.Refusal?.Rule.Should().Be(row.Rule, "{0}", row);
        (validation.Target?.Uri).Should().Be(row.Rule is null ? row.Requested : null, "{0}", row);
    }

    /// <summary>What cannot be requested cannot be registered either, so no typing error of an operator opens a door.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Registration_OfRefusedSyntax_IsRefusedByTheSameRule(int index)
    {
        RedirectUriRow row = RedirectUriTable.Rows[index];
        if (row.Rule is null or "unregistered" or "missing")
        {
            RedirectUriValidator.Check(row.Registered).Should().BeNull();
            return;
        }

        RedirectUriValidator.Check(row.Requested)!.Rule.Should().Be(row.Rule, "{0}", row);
    }

    [Fact]
    public async Task Lab_ChecksEveryRow_WithTheSameAnswer()
    {
        using HttpClient client = lab.CreatePlainClient();
        foreach (RedirectUriRow row in RedirectUriTable.Rows.Where(row => !row.Requested.Any(char.IsSurrogate)))
        {
            using HttpResponseMessage response = await client.PostAsJsonAsync(
                "/check", new { registered = new[] { row.Registered }, allowLoopbackPorts = row.AllowLoopbackPorts, allowLocalhostPorts = row.AllowLocalhostPorts, requested = row.Requested });
            JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>();

            answer.GetProperty("allowed").GetBoolean().Should().Be(row.Rule is null, "{0}", row);
            string? location = answer.GetProperty("location").GetString();
            (location is null).Should().Be(row.Rule is not null, "{0}", row);
            if (location is not null)
            {
                BrowserUrl.ShouldLeadTo(location, row.Requested);
            }
        }
    }
}
