using LinkErrors.Redirects;

namespace LinkErrors.Tests.Redirects;

/// <summary>RFC 5893 section 2, label by label.</summary>
public sealed class BidiRuleTests
{
    [Theory]

    // Without a letter from right to left there is nothing to check; its marks and the digits of Persian are none.
    [InlineData(true, "a-")]
    [InlineData(true, "a\u05B0")]
    [InlineData(true, "a\u06F1")]

    // 1, 2, 5: a label begins with a letter, and has one direction.
    [InlineData(true, "\u05D0")]
    [InlineData(true, "\u05D0", "a")]
    [InlineData(true, "\u05D0", "a1")]
    [InlineData(true, "\u05D0", "a\u06F1")]
    [InlineData(true, "\u05D0", "a\u0300")]
    [InlineData(false, "\u05D0", "1a")]
    [InlineData(false, "\u05D0", "a-")]
    [InlineData(false, "\u05D0", "")]
    [InlineData(false, "1\u05D0")]
    [InlineData(false, "\u05B0\u05D0")]
    [InlineData(false, "a\u05D0")]
    [InlineData(false, "\u05D0a")]

    // 2, 3: from right to left with digits, marks, hyphens and joiners, and at its end a letter or a digit, marks behind it aside.
    [InlineData(true, "\u05D0-\u05D1")]
    [InlineData(true, "\u05D0\u200C\u05D1")]
    [InlineData(true, "\u05D0\u200D\u05D1")]
    [InlineData(true, "\u05D0\u05B0")]
    [InlineData(false, "\u05D0-")]
    [InlineData(false, "\u05D0-\u05B0")]
    [InlineData(false, "\u05D0_\u05D1")]

    // 4: digits of one kind; those of Persian are European.
    [InlineData(true, "\u05D00")]
    [InlineData(true, "\u05D09")]
    [InlineData(true, "\u0627\u06F0")]
    [InlineData(true, "\u0627\u06F9")]
    [InlineData(true, "\u0627\u0660")]
    [InlineData(true, "\u0627\u0669")]
    [InlineData(true, "\u06270\u06F9")]
    [InlineData(false, "\u06270\u0660")]
    [InlineData(false, "\u06279\u0669")]
    [InlineData(false, "\u0627\u06F0\u0660")]
    [InlineData(false, "\u0627\u06F9\u0669")]
    public void Labels_OfAHost_AreAllowedByTheRule(bool isAllowed, params string[] labels) => BidiRule.Allows(labels).Should().Be(isAllowed);

    // What is within a block counts as written from right to left, so it does not stand behind a Latin letter.
    [Theory]
    [InlineData(0x058F, false)]
    [InlineData(0x0590, true)]
    [InlineData(0x08C7, true)]
    [InlineData(0x0904, false)]
    [InlineData(0xFB1C, false)]
    [InlineData(0xFB1D, true)]
    [InlineData(0xFDFF, true)]
    [InlineData(0xFE70, true)]
    [InlineData(0xFEFF, true)]
    [InlineData(0xFF00, false)]
    [InlineData(0x107FF, false)]
    [InlineData(0x10800, true)]
    [InlineData(0x10FFF, true)]
    [InlineData(0x11003, false)]
    [InlineData(0x1E7FF, false)]
    [InlineData(0x1E800, true)]
    [InlineData(0x1EFFF, true)]
    [InlineData(0x1F000, false)]
    public void Character_AtTheEdgeOfABlock_IsFromRightToLeft(int codePoint, bool isRightToLeft) =>
        BidiRule.Allows(["a" + char.ConvertFromUtf32(codePoint)]).Should().Be(!isRightToLeft);
}
