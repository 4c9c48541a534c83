using LinkErrors.Pages;

namespace LinkErrors.Tests.Pages;

/// <summary>Pages are written into buffers that were used before. One person's page must never be in another's.</summary>
public sealed class HtmlWriterTests
{
    [Fact]
    public void Writer_ThatIsReturnedTwice_IsRentedOnce()
    {
        HtmlWriter writer = HtmlWriter.Rent();
        writer.Text("somebody's");

        writer.Return();
        writer.Return();

        HtmlWriter[] rented = [HtmlWriter.Rent(), HtmlWriter.Rent()];
        rented[0].Should().NotBeSameAs(rented[1]);
        rented.Should().AllSatisfy(next => next.Written.Length.Should().Be(0));
    }
}
