using System.Net;
using System.Text;
using LinkErrors.Dialects;

namespace LinkErrors.Client.Tests.Handler;

/// <summary>A dialect that answers errors with 200 makes no success wait that cannot be an error.</summary>
public sealed class SuccessBodyTests
{
    private const string Error = """{"state":"error","error_type":"token_expired","error":"x"}""";
    private static readonly Uri Address = new("https://peer.example/");

    // The stream never comes to its end: whoever reads on would wait for ever, here fail.
    [Theory]
    [InlineData("text/event-stream", "{\"state\":", 0)]
    [InlineData("text/event-stream; charset=utf-8", "data: {}", 0)]
    [InlineData("APPLICATION/X-NDJSON", "{}\n{}\n", 0)]
    [InlineData("application/jsonl", "{}\n", 0)]
    [InlineData("application/octet-stream", "{", 0)]
    [InlineData("application/grpc", "{", 0)]
    [InlineData("application/grpc+proto", "{", 0)]
    [InlineData("multipart/mixed; boundary=b", "--b", 0)]
    [InlineData("video/mp4", "{", 0)]
    [InlineData("text/plain", "event", 1)]
    [InlineData("text/plain", " \r\n\te", 1)]
    [InlineData("text/html", "<html>", 1)]
    [InlineData(null, "0", 1)]
    [InlineData("application/json", "\"text\"", 1)]
    public async Task Success_ThatCannotBeAnError_IsNotHeldBack(string? type, string beginning, int reads)
    {
        using OpenStream stream = new(Encoding.UTF8.GetBytes(beginning));
        using HttpClient client = Client(stream, type, HttpStatusCode.OK);

        using HttpResponseMessage response = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);

        stream.Reads.Should().Be(reads);
        byte[] bytes = new byte[beginning.Length];
        await (await response.Content.ReadAsStreamAsync()).ReadExactlyAsync(bytes);
        Encoding.UTF8.GetString(bytes).Should().Be(beginning, "the caller gets every byte");
        response.GetLinkErrorReading()!.IsError.Should().BeFalse();
    }

    [Theory]
    [InlineData("text/event-stream", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{", HttpStatusCode.OK)]
    [InlineData(null, " [", HttpStatusCode.OK)]
    [InlineData("application/json", " ", HttpStatusCode.OK)]
    [InlineData("application/json", "\uFEFF{", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded", "error", HttpStatusCode.OK)]
    public async Task Response_ThatMayBeAnError_IsReadOn(string? type, string beginning, HttpStatusCode status)
    {
        using OpenStream stream = new(Encoding.UTF8.GetBytes(beginning));
        using HttpClient client = Client(stream, type, status);

        using HttpResponseMessage response = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);

        stream.Reads.Should().Be(2);
    }

    [Fact]
    public void Stream_OfASynchronousCall_IsNotHeldBack()
    {
        using OpenStream stream = new([]);
        using HttpClient client = Client(stream, "text/event-stream", HttpStatusCode.OK);
        using HttpRequestMessage request = new(HttpMethod.Get, Address);

        using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);

        stream.Reads.Should().Be(0);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Error_InAnyEncoding_IsReadFromASuccess(string charset)
    {
        Encoding encoding = Encoding.GetEncoding(charset);
        LinkErrorClientOptions options = new() { ThrowOnError = false };
        options.Reader.Dialect = LinkErrorDialects.Junction;
        using ByteArrayContent content = new(encoding.GetBytes("\n" + Error));
        using HttpClient client = new(new LinkErrorMessageHandler(options) { InnerHandler = new StubPeer(() => new HttpResponseMessage { Content = content }) });

        using HttpResponseMessage response = await client.GetAsync(Address);

        response.GetLinkError()!.Code.Should().Be("link_token_expired");
    }

    private static HttpClient Client(OpenStream stream, string? type, HttpStatusCode status)
    {
        LinkErrorClientOptions options = new() { ThrowOnError = false };
        options.Reader.Dialect = LinkErrorDialects.Junction;
        StreamContent content = new(stream);
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return new HttpClient(new LinkErrorMessageHandler(options) { InnerHandler = new StubPeer(() => new HttpResponseMessage(status) { Content = content }) });
    }
}
