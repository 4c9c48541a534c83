using System.Buffers.Text;
using LinkErrors.Flows;

namespace LinkErrors.Tests.Flows;

/// <summary>Which key a state names: that of Data Protection stands behind four fixed bytes, and whatever is otherwise names none.</summary>
public sealed class ProtectedStateKeyTests
{
    private static readonly Guid Key = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static readonly string Whole = "le." + Base64Url.EncodeToString([0x09, 0xF0, 0xC9, 0xF0, .. Key.ToByteArray(), 0]);

    public static TheoryData<string, bool> States => new()
    {
        { Whole, true },
        { Whole + "more", true },
        { Whole[..^1], false },
        { Whole[..^1] + "*", false },
        { "le." + Base64Url.EncodeToString([0x09, 0xF0, 0xC9, 0xF1, .. Key.ToByteArray(), 0]), false },
        { "le.", false },
        { "l", false },
        { "", false },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Key_OfAState_IsReadFromItsHeader(string state, bool isNamed) =>
        ProtectedStateKey.Read(state).Should().Be(isNamed ? Key : null);
}
