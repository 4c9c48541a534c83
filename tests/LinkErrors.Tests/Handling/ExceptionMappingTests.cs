using LinkErrors.Exceptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Handling;

/// <summary>Of the mapped types the most specific wins, never the first that was registered.</summary>
public sealed class ExceptionMappingTests
{
    private static readonly Dictionary<string, Action<LinkErrorsOptions>> Maps = new(StringComparer.Ordinal)
    {
        ["Exception"] = options => options.Map<Exception>(LinkErrorDefinitions.GenericError),
        ["IOException"] = options => options.Map<IOException>(LinkErrorDefinitions.Conflict),
        ["FileNotFoundException"] = options => options.Map<FileNotFoundException>(LinkErrorDefinitions.NotFound),
    };

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            TheoryData<string, string, string> cases = [];
            foreach (string[] order in new[]
            {
                new[] { "Exception", "IOException", "FileNotFoundException" }, ["Exception", "FileNotFoundException", "IOException"],
                ["IOException", "Exception", "FileNotFoundException"], ["IOException", "FileNotFoundException", "Exception"],
                ["FileNotFoundException", "Exception", "IOException"], ["FileNotFoundException", "IOException", "Exception"],
            })
            {
                cases.Add(string.Join(',', order), nameof(FileNotFoundException), LinkErrorCodes.NotFound);
                cases.Add(string.Join(',', order), nameof(EndOfStreamException), LinkErrorCodes.Conflict);
                cases.Add(string.Join(',', order), nameof(TimeoutException), LinkErrorCodes.GenericError);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Map_OfSeveralTypes_UsesTheMostSpecificInAnyOrder(string order, string thrown, string code)
    {
        Exception exception = thrown switch
        {
            nameof(FileNotFoundException) => new FileNotFoundException(),
            nameof(EndOfStreamException) => new EndOfStreamException(),
            _ => new TimeoutException(),
        };

        (await AnswerAsync(exception, options => Array.ForEach(order.Split(','), name => Maps[name](options)))).Should().Contain($"\"code\":\"{code}\"");
    }

    [Fact]
    public async Task Map_OfTheSameTypeTwice_UsesTheLast()
    {
        string body = await AnswerAsync(
            new IOException(),
            options => options.Map<IOException>(LinkErrorDefinitions.Conflict).Map<IOException>(LinkErrorDefinitions.NotFound));

        body.Should().Contain("not_found");
    }

    [Fact]
    public async Task Map_WithAFunction_SeesTheExceptionThatWasThrown()
    {
        LinkErrorDefinition missing = new("file_missing") { Message = "No {file}." };
        string body = await AnswerAsync(
            new FileNotFoundException("secret", "accounts.json"),
            options => options.Map<FileNotFoundException>(exception => missing.CreateError(("file", exception.FileName))));

        body.Should().Contain("No accounts.json.").And.NotContain("secret");
    }

    [Fact]
    public async Task Map_ReturnsNull_LeavesTheExceptionToTheHost()
    {
        IOException foreign = new();
        using DirectPipeline pipeline = new(_ => throw foreign, options => options.Map<IOException>(_ => null).CatchAll = true);

        Func<Task> act = () => pipeline.Invoke(pipeline.CreateContext());

        (await act.Should().ThrowAsync<IOException>()).Which.Should().BeSameAs(foreign);
        pipeline.Log.Own.Should().BeEmpty();
    }

    [Fact]
    public async Task Map_ReturnsNullForASpecificType_DoesNotAskTheGeneralOne()
    {
        using DirectPipeline pipeline = new(
            _ => throw new FileNotFoundException(),
            options => options.Map<Exception>(LinkErrorDefinitions.GenericError).Map<FileNotFoundException>(_ => null));

        Func<Task> act = () => pipeline.Invoke(pipeline.CreateContext());

        await act.Should().ThrowAsync<FileNotFoundException>();
    }

    /// <summary>It would never be asked: nothing is ignored in silence.</summary>
    [Fact]
    public void Map_OfALinkException_IsRefused()
    {
        LinkErrorsOptions options = new();

        options.Invoking(refusing => refusing.Map<LinkTokenExpiredException>(LinkErrorDefinitions.Conflict))
            .Should().Throw<ArgumentException>().WithMessage("*LinkTokenExpiredException*OnMappingException*");
    }

    [Fact]
    public async Task Map_ThatThrows_IsLoggedAndAnsweredAsServerError()
    {
        InvalidOperationException fault = new("faulty map");
        IOException cause = new("secret");
        using DirectPipeline pipeline = new(_ => throw cause, options => options.Map<IOException>(_ => throw fault));

        (string body, int status) = await ReadAsync(pipeline);

        status.Should().Be(StatusCodes.Status500InternalServerError);
        body.Should().StartWith("""{"error":"server_error",""").And.NotContain("secret").And.NotContain("faulty map");
        pipeline.Log.Own.Should().HaveCount(2).And.OnlyContain(entry => entry.Level == LogLevel.Error);
        pipeline.Log.Own[0].Exception.Should().BeSameAs(fault);
        pipeline.Log.Own[1].Exception.Should().BeSameAs(cause, "both are logged");
    }

    [Fact]
    public async Task Map_OfACancellation_AnswersACanceledTask()
    {
        using DirectPipeline pipeline = new(
            _ => Task.FromCanceled(new CancellationToken(canceled: true)),
            options => options.Map<OperationCanceledException>(LinkErrorDefinitions.TemporarilyUnavailable));

        (string body, _) = await ReadAsync(pipeline);

        body.Should().Contain("temporarily_unavailable");
    }

    /// <summary>An async method that throws any kind of OperationCanceledException ends canceled; the exception is still the one that counts.</summary>
    [Fact]
    public async Task Map_OfADerivedCancellation_FindsItInACanceledTask()
    {
        using DirectPipeline pipeline = new(
            async _ =>
            {
                await Task.Yield();
                throw new ProviderGaveUpException();
            },
            options => options
                .Map<ProviderGaveUpException>(LinkErrorDefinitions.ProviderApiError)
                .Map<OperationCanceledException>(LinkErrorDefinitions.TemporarilyUnavailable)
                .Dialect = "problem-details");

        (string body, _) = await ReadAsync(pipeline);

        body.Should().Contain("\"code\":\"provider_api_error\"");
    }

    [Fact]
    public async Task Cancellation_WithoutMapping_IsUnexpectedAndLoggedWithItsStack()
    {
        OperationCanceledException canceled = new("secret");
        using DirectPipeline pipeline = new(
            async _ =>
            {
                await Task.Yield();
                throw canceled;
            },
            options => options.CatchAll = true);

        (string body, int status) = await ReadAsync(pipeline);

        status.Should().Be(StatusCodes.Status500InternalServerError);
        body.Should().Contain("server_error").And.NotContain("secret");
        pipeline.Log.Own.Should().ContainSingle().Which.Exception.Should().BeSameAs(canceled);
    }

    /// <summary>What was thrown counts, not what it holds: a link error inside an AggregateException is nobody's answer.</summary>
    [Fact]
    public async Task AggregateException_WithALinkExceptionInside_IsUnexpected()
    {
        string body = await AnswerAsync(new AggregateException(new Exceptions.LinkTokenExpiredException()), options => options.CatchAll = true, dialect: "oauth");

        body.Should().StartWith("""{"error":"server_error",""");
    }

    [Fact]
    public async Task AggregateException_WithAMapping_IsMapped()
    {
        string body = await AnswerAsync(new AggregateException(), options => options.Map<AggregateException>(LinkErrorDefinitions.Conflict));

        body.Should().Contain("conflict");
    }

    private static async Task<string> AnswerAsync(Exception exception, Action<LinkErrorsOptions> configure, string dialect = "problem-details")
    {
        using DirectPipeline pipeline = new(
            _ => throw exception,
            options =>
            {
                options.Dialect = dialect;
                configure(options);
            });
        return (await ReadAsync(pipeline)).Body;
    }

    private static async Task<(string Body, int Status)> ReadAsync(DirectPipeline pipeline)
    {
        DefaultHttpContext context = pipeline.CreateContext();
        using MemoryStream body = new();
        context.Response.Body = body;
        await pipeline.Invoke(context);
        return (System.Text.Encoding.UTF8.GetString(body.ToArray()), context.Response.StatusCode);
    }

    private sealed class ProviderGaveUpException : OperationCanceledException;
}
