using System.Globalization;
using LinkErrors.Diagnostics;

namespace LinkErrors.Tests.Responses;

/// <summary>Support finds one occurrence by what a person reads out, so two of them must not share it.</summary>
public sealed class ShortReferenceTests
{
    private const int Many = 100_000;

    /// <summary>W3C Trace Context §3.2.2.3, and what Kestrel calls a connection and its request. Among so many, forty bits make a pair alike once in two hundred such tests.</summary>
    public static TheoryData<string, Func<int, string>> Traces => new()
    {
        { "random", index => string.Create(CultureInfo.InvariantCulture, $"{Mix(index):x16}{Mix(index + Many):x16}") },
        { "counted by a tracer", index => string.Create(CultureInfo.InvariantCulture, $"4bf92f3577b34da6a3ce929d{index:x8}") },
        { "different at the start", index => string.Create(CultureInfo.InvariantCulture, $"{index:x8}77b34da6a3ce929d0e0e4736") },
        { "requests of one connection", index => string.Create(CultureInfo.InvariantCulture, $"0HNH1234ABCDE:{index:X8}") },
        { "connections", index => string.Create(CultureInfo.InvariantCulture, $"0HNH12{index:X7}:00000001") },
    };

    [Theory]
    [MemberData(nameof(Traces))]
    public void Of_ManyTraces_IsDifferentForEach(string kind, Func<int, string> trace) =>
        Enumerable.Range(0, Many).Select(index => ShortReference.Of(trace(index))).Distinct(StringComparer.Ordinal).Should().HaveCount(Many, kind);

    [Theory]
    [InlineData("4bf92f3577b34da6a3ce929d0e0e4736")]
    [InlineData("0HNH1234ABCDE:00000001")]
    [InlineData("a reference of the application, with äöü and \uD800")]
    public void Of_LongReference_IsTwoGroupsThatNobodyMishears(string reference) =>
        ShortReference.Of(reference).Should().MatchRegex("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$").And.Be(ShortReference.Of(reference));

    [Theory]
    [InlineData("")]
    [InlineData("order-4711")]
    [InlineData("1234567890123456")]
    public void Of_ShortReference_IsItself(string reference) => ShortReference.Of(reference).Should().Be(reference);

    /// <summary>SplitMix64, so that every run has the same traces.</summary>
    private static ulong Mix(int index)
    {
        ulong mixed = (ulong)index * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
