using LinkErrors.Dialects;
using LinkErrors.Responses;

namespace LinkErrors.Tests.Responses;

public sealed class DebugDetailsTests
{
    [Fact]
    public void Details_OfAnException_AreItsTypeItsMessageAndItsLines()
    {
        LinkErrorDebugDetails details = DebugDetails.Describe(new TwoLines());

        details.Exception.Should().Be($"{typeof(TwoLines).FullName}: what happened");
        details.Traceback.Should().Equal("one", "two", "three");
    }

    private sealed class TwoLines() : Exception("what happened")
    {
        public override string ToString() => "one\r\ntwo\n\nthree";
    }
}
