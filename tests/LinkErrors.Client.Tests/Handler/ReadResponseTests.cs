using System.Net;
using LinkErrors.Dialects;

namespace LinkErrors.Client.Tests.Handler;

public sealed class ReadResponseTests
{
    [Fact]
    public async Task HttpResponse_OutsideOfAHandler_IsReadAndStaysReadable()
    {
        const string Json = """{"error":"invalid_grant","error_description":"naïve"}""";
        using HttpResponseMessage response = new(HttpStatusCode.BadRequest) { Content = new StringContent(Json) };

        (await new LinkErrorReader().ReadResponseAsync(response)).Error!.Code.Should().Be("invalid_grant");
        (await response.Content.ReadAsStringAsync()).Should().Be(Json);
    }
}
