using LinkErrors.Dialects;

namespace LinkErrors.Client.Tests.Providers;

public sealed class ProviderTableTests
{
    public static TheoryData<int> Rows { get; } = [.. Enumerable.Range(0, ProviderTable.Rows.Count)];

    [Fact]
    public void Table_OfTheProject_HasItsRows() =>
        ProviderTable.Rows.Select(row => row.Id).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(150);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Answer_OfAProvider_IsReadAsWanted(int index)
    {
        (string id, ProviderMessage message, ProviderWant want) = ProviderTable.Rows[index];

        LinkErrorReading reading = message.Read();

        want.Verify(reading, id);
        if (message.IsResponse)
        {
            (await message.CatchAsync()).Should().Be(reading.Error, id);
        }
    }
}
