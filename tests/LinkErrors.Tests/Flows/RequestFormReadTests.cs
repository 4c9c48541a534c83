using System.IO.Pipelines;
using System.Text;
using LinkErrors.Flows;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace LinkErrors.Tests.Flows;

/// <summary>Which bodies are read for a flow, how far, and what is left of them for others.</summary>
public sealed class RequestFormReadTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>RFC 9110 §9.3.3: content that a server processes comes with POST. What routing has rejected reaches nobody who would read it.</summary>
    [Theory]
    [InlineData("POST", 400, "route", true)]
    [InlineData("post", 400, "route", true)]
    [InlineData("POST", 400, "none", true)]
    [InlineData("POST", 400, "other", false)]
    [InlineData("POST", 405, "route", false)]
    [InlineData("POST", 415, "route", false)]
    [InlineData("POST", 405, "none", false)]
    [InlineData("POST", 415, "none", false)]
    [InlineData("GET", 400, "route", false)]
    [InlineData("PUT", 400, "none", false)]
    public void Form_OfARequest_CanMatterWhereSomebodyWouldHaveReadIt(string method, int statusCode, string endpoint, bool expected)
    {
        DefaultHttpContext context = new();
        context.Request.Method = method;
        context.SetEndpoint(endpoint switch
        {
            "route" => new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/"), 0, null, null),
            "other" => new Endpoint(null, null, null),
            _ => null,
        });

        RequestForm.CanMatter(context, statusCode).Should().Be(expected);
    }

    [Theory]
    [InlineData(Form, "client_id=web")]
    [InlineData("APPLICATION/X-WWW-FORM-URLENCODED", "client_id=web")]
    [InlineData(Form + "; charset=UTF-8", "client_id=web")]
    [InlineData(Form + "; charset=\"us-ascii\"", "client_id=web")]
    [InlineData(Form + "; charset=", "client_id=web")]
    [InlineData("multipart/form-data; boundary=x", null)]
    [InlineData("application/json", null)]
    [InlineData(null, null)]
    public async Task Body_ByItsType_IsReadWhereItIsAForm(string? contentType, string? expected)
    {
        HttpContext context = CreateContext("client_id=web", contentType);

        RequestForm form = await RequestForm.ReadAsync(context, Start());

        form.Should().Be(new RequestForm(Text: expected));
        context.Request.Body.Position.Should().Be(0, "who comes after it finds all of it");
    }

    [Theory]
    [InlineData(Form + "; charset=utf-16")]
    [InlineData(Form + "X")]
    [InlineData(Form + "; charset=?")]
    public async Task Body_WithAnotherReading_IsNotReadAndNamesItsType(string contentType)
    {
        HttpContext context = CreateContext("client_id=web", contentType);

        RequestForm form = await RequestForm.ReadAsync(context, Start());

        form.Should().Be(new RequestForm(Unreadable: $"Content-Type: {contentType}"));
        context.Request.Body.Position.Should().Be(0);
    }

    /// <summary>The limit is that of every reader, and its last byte counts.</summary>
    [Theory]
    [InlineData(LinkErrorReaderDefaults.MaximumLength, true, true)]
    [InlineData(LinkErrorReaderDefaults.MaximumLength, false, true)]
    [InlineData(LinkErrorReaderDefaults.MaximumLength + 1, true, false)]
    [InlineData(LinkErrorReaderDefaults.MaximumLength + 1, false, false)]
    public async Task Body_UpToTheLimit_IsReadWhole(int length, bool isLengthTold, bool isRead)
    {
        string text = "state=" + new string('a', length - 6);
        HttpContext context = CreateContext(text, isLengthTold: isLengthTold);

        RequestForm form = await RequestForm.ReadAsync(context, Start());

        (form.Text == text).Should().Be(isRead);
        form.Unreadable.Should().Be(isRead ? null : "a body of more than 131072 bytes is no link request");
        form.Collection.Should().BeNull();
        context.Request.Body.CanWrite.Should().Be(!isRead, "what was read is there for others to read, and only that");
    }

    /// <summary>A body that is told to be too long is not begun.</summary>
    [Fact]
    public async Task Body_ThatIsToldToBeTooLong_IsNotTouched()
    {
        HttpContext context = CreateContext("client_id=web");
        context.Request.ContentLength = LinkErrorReaderDefaults.MaximumLength + 1;

        RequestForm form = await RequestForm.ReadAsync(context, Start());

        form.Unreadable.Should().Be("a body of more than 131072 bytes is no link request");
        context.Request.Body.Position.Should().Be(0);
    }

    /// <summary>There is no form, and no body to wait for.</summary>
    [Fact]
    public async Task Body_ThatIsToldToBeEmpty_IsNotAskedFor()
    {
        HttpContext context = CreateContext("");
        context.Request.ContentLength = 0;
        context.Request.Body = new ForbiddenBody();

        (await RequestForm.ReadAsync(context, Start())).Should().Be(new RequestForm());
    }

    [Fact]
    public async Task Body_WhoseBeginningSomebodyHasRead_IsNotTakenForTheForm()
    {
        HttpContext context = CreateContext("client_id=web&state=s");
        context.Request.Body.Position = 10;

        RequestForm form = await RequestForm.ReadAsync(context, Start());

        form.Should().Be(new RequestForm(Unreadable: "the beginning of the body was read before"));
    }

    [Fact]
    public async Task Body_ThatDoesNotArrive_IsNotWaitedForWhenTheTimeIsUp()
    {
        ManualTime time = new();
        Pipe pipe = new();
        HttpContext context = CreateContext("");
        context.Request.ContentLength = null;
        context.Features.Set<IRequestBodyPipeFeature>(new PipeBody(pipe.Reader));
        await pipe.Writer.WriteAsync("client_id=web"u8.ToArray());

        Task<RequestForm> read = RequestForm.ReadAsync(context, new SearchDeadline(Limit, time, CancellationToken.None)).AsTask();
        read.IsCompleted.Should().BeFalse();
        time.Advance(Limit);

        (await read).Should().Be(new RequestForm(Unreadable: "the body had not arrived whole after 00:00:02"));
    }

    /// <summary>A body comes in pieces as the network has them.</summary>
    [Fact]
    public async Task Body_InPieces_IsOneText()
    {
        Pipe pipe = new();
        HttpContext context = CreateContext("");
        context.Request.ContentLength = null;
        context.Features.Set<IRequestBodyPipeFeature>(new PipeBody(pipe.Reader));
        Task<RequestForm> read = RequestForm.ReadAsync(context, Start()).AsTask();

        foreach (string piece in (string[])["client", "_id=web", "&state=s"])
        {
            await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes(piece));
        }

        await pipe.Writer.CompleteAsync();

        (await read).Should().Be(new RequestForm(Text: "client_id=web&state=s"));
    }

    /// <summary>No piece is too long, but all of them are.</summary>
    [Fact]
    public async Task Body_InPiecesThatAreTooMuchTogether_IsNotRead()
    {
        Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 0));
        HttpContext context = CreateContext("");
        context.Request.ContentLength = null;
        context.Features.Set<IRequestBodyPipeFeature>(new PipeBody(pipe.Reader));
        Task<RequestForm> read = RequestForm.ReadAsync(context, Start()).AsTask();

        await pipe.Writer.WriteAsync(new byte[LinkErrorReaderDefaults.MaximumLength]);
        await pipe.Writer.WriteAsync(new byte[1]);
        await pipe.Writer.CompleteAsync();

        (await read).Unreadable.Should().Be("a body of more than 131072 bytes is no link request");
    }

    /// <summary>Read once: the second who asks gets what the first got, without the body.</summary>
    [Theory]
    [InlineData(Form)]
    [InlineData(Form + "; charset=utf-16")]
    [InlineData("application/json")]
    public async Task Form_ThatWasRead_IsNotReadAgain(string contentType)
    {
        HttpContext context = CreateContext("client_id=web", contentType);
        RequestForm first = await RequestForm.ReadAsync(context, Start());
        context.Request.ContentType = Form;
        context.Request.Body = new ForbiddenBody();

        (await RequestForm.ReadAsync(context, Start())).Should().BeSameAs(first);
    }

    /// <summary>What the application has read is gone from the body.</summary>
    [Fact]
    public async Task Form_ThatTheApplicationHasRead_IsItsCollection()
    {
        HttpContext context = CreateContext("client_id=web");
        IFormCollection collection = await context.Request.ReadFormAsync();

        (await RequestForm.ReadAsync(context, Start())).Should().Be(new RequestForm(Collection: collection));
    }

    /// <summary>Whatever a server throws, the client has sent the cause.</summary>
    [Fact]
    public async Task Body_ThatFails_IsUnreadableWithTheReason()
    {
        HttpContext context = CreateContext("client_id=web");
        context.Request.Body = new ForbiddenBody();

        RequestForm form = await RequestForm.ReadAsync(context, Start());

        form.Should().Be(new RequestForm(Unreadable: "InvalidOperationException: nobody may read this"));
    }

    private static SearchDeadline Start() => new(Limit, new ManualTime(), CancellationToken.None);

    private static DefaultHttpContext CreateContext(string body, string? contentType = Form, bool isLengthTold = true)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        DefaultHttpContext context = new();
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = contentType;
        context.Request.ContentLength = isLengthTold ? bytes.Length : null;
        context.Request.Body = new MemoryStream(bytes);
        return context;
    }

    private sealed class PipeBody(PipeReader reader) : IRequestBodyPipeFeature
    {
        public PipeReader Reader => reader;
    }

    private sealed class ForbiddenBody : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("nobody may read this");
    }
}
