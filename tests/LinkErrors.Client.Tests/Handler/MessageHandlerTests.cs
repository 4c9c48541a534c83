using System.Net;
using System.Text;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Client.Tests.Handler;

public sealed class MessageHandlerTests
{
    private const string Json = """{"error":"invalid_grant","error_description":"x"}""";
    private static readonly Uri Address = new("https://user:pw@peer.example/token/7?access_token=secret#f");

    [Fact]
    public async Task Error_OfThePeer_IsThrownWithRequestInTheDebugText()
    {
        using HttpClient client = Client(new StubPeer(() => Answer(400, Json)));

        InvalidGrantException caught = (await FluentActions.Awaiting(() => client.GetAsync(Address)).Should().ThrowAsync<InvalidGrantException>()).Which;

        caught.DebugMessage.Should().Be("GET https://peer.example/token/7 answered 400");
        caught.PublicMessage.Should().Be("x");
        caught.Error.StatusCode.Should().Be(400);
    }

    [Fact]
    public void Error_OfASynchronousCall_IsThrown()
    {
        using HttpClient client = Client(new StubPeer(() => Answer(400, Json)));
        using HttpRequestMessage request = new(HttpMethod.Post, Address);

        FluentActions.Invoking(() => client.Send(request)).Should().Throw<InvalidGrantException>();
    }

    public static TheoryData<Exception> Failures => [new HttpRequestException("refused"), new TaskCanceledException("too slow", new TimeoutException()), new OperationCanceledException("left")];

    /// <summary>Policies of retry look at the type and its cause, so what happens on the way stays what it is, thrown or in the task.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_OnTheWay_GoesOnAsItIs(Exception failure)
    {
        using HttpMessageInvoker invoker = new(new LinkErrorMessageHandler(new LinkErrorClientOptions()) { InnerHandler = new StubPeer(() => throw failure) });
        using HttpRequestMessage request = new(HttpMethod.Get, Address);

        Task<HttpResponseMessage> sending = invoker.SendAsync(request, CancellationToken.None);

        (await FluentActions.Awaiting(() => sending).Should().ThrowAsync<Exception>()).Which.Should().BeSameAs(failure);
        sending.IsCanceled.Should().Be(failure is OperationCanceledException);
    }

    [Fact]
    public async Task Error_WhereNothingIsThrown_IsAnnotatedAndTheContentStaysReadable()
    {
        using HttpClient client = Client(new StubPeer(() => Answer(400, Json), () => Answer(200, "{}")), options => options.ThrowOnError = false);
        using HttpRequestMessage request = new(HttpMethod.Get, Address);

        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        response.GetLinkError()!.Code.Should().Be("invalid_grant");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        (await response.Content.ReadAsStringAsync()).Should().Be(Json);
        using HttpResponseMessage next = await client.GetAsync(Address);
        next.GetLinkErrorReading().Should().BeNull("nobody looks at a success");
        using HttpResponseMessage foreign = new();
        foreign.GetLinkError().Should().BeNull();
    }

    [Fact]
    public async Task Annotation_OfAnEarlierAttempt_DoesNotPassForTheNext()
    {
        StubPeer peer = new(() => Answer(503, Json), () => Answer(200, "{}"));
        LinkErrorClientOptions options = new() { ThrowOnError = false };
        using HttpMessageInvoker invoker = new(new LinkErrorMessageHandler(options) { InnerHandler = peer });
        using HttpRequestMessage request = new(HttpMethod.Get, Address);

        using HttpResponseMessage first = await invoker.SendAsync(request, CancellationToken.None);
        first.GetLinkError().Should().NotBeNull();
        using HttpResponseMessage second = await invoker.SendAsync(request, CancellationToken.None);
        second.GetLinkErrorReading().Should().BeNull();
    }

    [Theory]
    [InlineData("<html>502</html>", LinkErrorUnreadable.NotJson)]
    [InlineData("", LinkErrorUnreadable.NoError)]
    [InlineData("{\"x\":1}", LinkErrorUnreadable.NoError)]
    public async Task Response_WithoutReadableError_GoesOnWithTheReason(string body, LinkErrorUnreadable unreadable)
    {
        using HttpClient client = Client(new StubPeer(() => Answer(502, body)));

        using HttpResponseMessage response = await client.GetAsync(Address);

        response.GetLinkErrorReading()!.Unreadable.Should().Be(unreadable);
        (await response.Content.ReadAsStringAsync()).Should().Be(body);
    }

    // 50 MB: no more is read than the limit and a byte, and the caller still gets every byte.
    [Fact]
    public async Task Body_Of50Megabytes_IsReadToTheLimitAndStaysReadable()
    {
        const long Length = 50 * 1024 * 1024;
        using PeerStream stream = new(Length);
        using HttpClient client = Client(new StubPeer(() => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(stream) }));

        using HttpResponseMessage response = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);

        stream.BytesRead.Should().Be((64 * 1024) + 1);
        response.GetLinkErrorReading()!.Unreadable.Should().Be(LinkErrorUnreadable.TooLarge);
        using MemoryStream copy = new();
        await response.Content.CopyToAsync(copy);
        copy.Length.Should().Be(Length);
    }

    [Fact]
    public async Task Body_ThatIsCutOff_IsReportedAndFailsForTheCallerOnly()
    {
        using PeerStream stream = new(10_000, breaksAt: 5_000);
        using HttpClient client = Client(new StubPeer(() => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(stream) }));

        using HttpResponseMessage response = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);

        response.GetLinkErrorReading()!.Unreadable.Should().Be(LinkErrorUnreadable.CutOff);
        await FluentActions.Awaiting(() => response.Content.ReadAsStringAsync()).Should().ThrowAsync<Exception>("the caller hears of it as without the handler");
    }

    [Fact]
    public async Task Junction_With200_IsReadWhereTheDialectIsGiven()
    {
        const string Body = """{"state":"error","error_type":"token_expired","error":"x"}""";
        using HttpClient junction = Client(new StubPeer(() => Answer(200, Body)), options => options.Reader.Dialect = LinkErrorDialects.Junction);
        using HttpClient unknown = Client(new StubPeer(() => Answer(200, Body)));
        using HttpClient success = Client(new StubPeer(() => Answer(200, """{"state":"success"}""")), options => options.Reader.Dialect = LinkErrorDialects.Junction);

        await FluentActions.Awaiting(() => junction.GetAsync(Address)).Should().ThrowAsync<LinkTokenExpiredException>();
        (await unknown.GetAsync(Address)).StatusCode.Should().Be(HttpStatusCode.OK, "a success is not looked at by default");
        (await (await success.GetAsync(Address)).Content.ReadAsStringAsync()).Should().Be("""{"state":"success"}""");
    }

    [Fact]
    public async Task Code_OfTheProvidersOwn_IsMappedAndKept()
    {
        using HttpClient client = Client(
            new StubPeer(() => Answer(410, """{"error":"ERR_042","error_description":"Too old","error_uri":"https://peer.example/42"}""")),
            options => options.Reader.Codes["ERR_042"] = LinkErrorCodes.LinkTokenExpired);

        LinkTokenExpiredException caught = (await FluentActions.Awaiting(() => client.GetAsync(Address)).Should().ThrowAsync<LinkTokenExpiredException>()).Which;

        caught.Error.Origin.Should().Be(new LinkErrorOrigin("oauth", "ERR_042", "Too old"));
        caught.Error.Should().Match<LinkError>(error => error.StatusCode == 410 && error.Message == "Too old" && error.HelpUri!.OriginalString == "https://peer.example/42");
    }

    [Fact]
    public async Task Adjustment_OfTheClient_HasTheLastWord()
    {
        using HttpClient client = Client(
            new StubPeer(() => Answer(400, Json)),
            options => options.Reader.Adjust = (error, response) => error with { ReferenceId = $"{response!.StatusCode}-7" });

        (await FluentActions.Awaiting(() => client.GetAsync(Address)).Should().ThrowAsync<InvalidGrantException>()).Which.Error.ReferenceId.Should().Be("400-7");
    }

    // A provider that answers errors with a success opens them among several dialects too.
    [Fact]
    public async Task Success_WhereACustomDialectReadsIt_IsLookedAt()
    {
        JsonLinkErrorDialect dialect = new("acme") { Code = ["reason"], IsError = static response => response.FindText("reason") is not null };
        using HttpClient client = Client(new StubPeer(() => Answer(200, """{"reason":"conflict"}"""), () => Answer(200, """{"x":1}""")), options => options.Reader.CustomDialects.Add(dialect));

        await FluentActions.Awaiting(() => client.GetAsync(Address)).Should().ThrowAsync<ConflictException>();
        (await client.GetAsync(Address)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Options_OfEachClient_AreItsOwn()
    {
        ServiceCollection services = new();
        services.AddHttpClient("throws").ConfigurePrimaryHttpMessageHandler(() => new StubPeer(() => Answer(400, Json))).AddLinkErrors();
        services.AddHttpClient("annotates").ConfigurePrimaryHttpMessageHandler(() => new StubPeer(() => Answer(400, Json))).AddLinkErrors(options => options.ThrowOnError = false);
        services.AddHttpClient("plain").ConfigurePrimaryHttpMessageHandler(() => new StubPeer(() => Answer(400, Json)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory clients = provider.GetRequiredService<IHttpClientFactory>();

        await FluentActions.Awaiting(() => clients.CreateClient("throws").GetAsync(Address)).Should().ThrowAsync<InvalidGrantException>();
        (await clients.CreateClient("annotates").GetAsync(Address)).GetLinkError().Should().NotBeNull();
        (await clients.CreateClient("plain").GetAsync(Address)).GetLinkError().Should().BeNull();
    }

    [Fact]
    public void Options_WithoutAWord_HaveTheirDefaults()
    {
        LinkErrorClientOptions options = new();
        options.ThrowOnError.Should().BeTrue();
        options.ReadsStatus.Should().BeNull();
        options.Reader.Should().Match<LinkErrorReaderOptions>(reader =>
            reader.Dialect == null && reader.MaxLength == 65536 && reader.MaxDepth == 32 && reader.Codes.Count == 0 && reader.CustomDialects.Count == 0
            && reader.Catalog == LinkErrorCatalog.Default && reader.TimeProvider == TimeProvider.System);
        FluentActions.Invoking(() => options.Reader.MaxLength = 0).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => options.Reader.MaxDepth = 1001).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new LinkErrorMessageHandler(null!)).Should().Throw<ArgumentNullException>();
    }

    private static HttpResponseMessage Answer(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static HttpClient Client(StubPeer peer, Action<LinkErrorClientOptions>? configure = null)
    {
        LinkErrorClientOptions options = new();
        configure?.Invoke(options);
        return new HttpClient(new LinkErrorMessageHandler(options) { InnerHandler = peer });
    }
}
