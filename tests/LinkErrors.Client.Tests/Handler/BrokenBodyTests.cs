using System.Net;
using LinkErrors.Dialects;

namespace LinkErrors.Client.Tests.Handler;

/// <summary>Half a body is never taken for a whole one, and a read that hangs ends with its token.</summary>
public sealed class BrokenBodyTests
{
    private static readonly Uri Address = new("https://peer.example/link");

    public static TheoryData<Exception> Failures =>
        [new IOException("Reset."), new HttpRequestException("Not chunked."), new InvalidDataException("No gzip."), new InvalidOperationException("No Brotli.")];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Body_ThatBreaks_FailsForTheCallerToo(Exception failure)
    {
        using HttpClient client = Client(() => new BrokenStream("""{"state":"success","a""", failure), throws: true);

        Func<Task> read = async () => await client.GetStringAsync(Address);

        (await read.Should().ThrowAsync<Exception>()).Which.GetBaseException().Message.Should().Be(failure.Message);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Body_ThatBreaks_IsReportedWithItsBeginning(Exception failure)
    {
        using HttpClient client = Client(() => new BrokenStream("{ab", failure), throws: false);

        using HttpResponseMessage response = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);

        response.GetLinkErrorReading()!.Unreadable.Should().Be(LinkErrorUnreadable.CutOff);
        Stream content = await response.Content.ReadAsStreamAsync();
        byte[] buffer = new byte[10];
        (await content.ReadAsync(buffer)).Should().Be(3);
        (await FluentActions.Awaiting(async () => await content.ReadAsync(buffer)).Should().ThrowAsync<Exception>()).WithMessage(failure.Message);
    }

    [Fact]
    public void Body_ThatHangs_EndsWithTheTokenOfASynchronousCall()
    {
        using HttpClient client = Client(() => new BrokenStream("{", failure: null), throws: true);
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(50));
        using HttpRequestMessage request = new(HttpMethod.Get, Address);

        client.Invoking(sending => sending.Send(request, HttpCompletionOption.ResponseHeadersRead, source.Token)).Should().Throw<OperationCanceledException>();
    }

    private static HttpClient Client(Func<Stream> body, bool throws)
    {
        LinkErrorClientOptions options = new() { ThrowOnError = throws, ReadsStatus = static _ => true };
        StubPeer peer = new(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body()) });
        return new HttpClient(new LinkErrorMessageHandler(options) { InnerHandler = peer });
    }
}
