using LinkErrors.Dialects;
using Xunit.Abstractions;

namespace LinkErrors.Core.Tests.Reading;

public sealed class ReaderTableTests(ITestOutputHelper output)
{
    public static TheoryData<int> Callbacks { get; } = [.. Enumerable.Range(0, ReaderTable.Callbacks.Count)];

    public static TheoryData<int> Responses { get; } = [.. Enumerable.Range(0, ReaderTable.Responses.Count)];

    [Fact]
    public void Table_OfTheProject_HasItsRows()
    {
        IEnumerable<ReaderRow> rows = ReaderTable.Callbacks.Concat(ReaderTable.Responses);
        rows.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(130);
        output.WriteLine($"{rows.Count()} rows");
    }

    [Theory]
    [MemberData(nameof(Callbacks))]
    public void Callback_OfTheTable_IsReadAsExpected(int index)
    {
        ReaderRow row = ReaderTable.Callbacks[index];
        Verify(row, Reader(row).ReadCallback(row.Input));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void Response_OfTheTable_IsReadAsExpected(int index)
    {
        ReaderRow row = ReaderTable.Responses[index];
        KeyValuePair<string, string>[] headers =
            [.. row.Headers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
        Verify(row, Reader(row).ReadResponse(row.Status, headers, row.Input));
        Verify(row, Reader(row).ReadResponse(row.Status, headers, System.Text.Encoding.UTF8.GetBytes(row.Input)));
    }

    private static LinkErrorReader Reader(ReaderRow row) =>
        new(new LinkErrorReaderOptions { Dialect = LinkErrorDialects.All.SingleOrDefault(dialect => dialect.Name == row.Given) });

    private static void Verify(ReaderRow row, LinkErrorReading reading)
    {
        (reading.Error?.Code ?? "!" + reading.Unreadable).Should().Be(row.Expected, "{0}", row);
        reading.Error?.Origin!.Dialect.Should().Be(row.Dialect);
        reading.IsError.Should().Be(reading.Reason is null);
    }
}
