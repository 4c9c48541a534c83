namespace LinkErrors.Analyzers.Tests;

/// <summary>LE0004: whoever catches a link exception passes on what it says.</summary>
public sealed class LostErrorTests
{
    [Theory]
    [InlineData("catch (LinkException) { [|throw new InvalidOperationException(\"Failed.\");|] }")]
    [InlineData("catch (UserCancelledException) { [|throw new OperationCanceledException();|] }")]
    [InlineData("catch (LinkException exception) { [|throw new InvalidOperationException(\"Failed.\");|] }")]
    [InlineData("catch (LinkException exception) { logger.LogError(exception, \"Failed\"); [|throw new InvalidOperationException(\"Failed.\");|] }")]
    [InlineData("catch (LinkException exception) { logger.LogError(\"Failed {Code}\", exception.Code); [|throw new InvalidOperationException(\"Failed.\");|] }")]
    [InlineData("catch (LinkException exception) when (exception.Error.IsTransient) { [|throw new TimeoutException();|] }")]
    [InlineData("catch (LinkException) { if (seconds > 3) { [|throw new TimeoutException();|] } throw; }")]
    [InlineData("catch (LinkException) { _ = text ?? [|throw new TimeoutException()|]; }")]
    [InlineData("catch (LinkException exception) when (IsOld(exception.Code)) { [|throw new TimeoutException();|] }")]
    public async Task Exception_ThatKnowsNothingOfTheCaughtOne_IsFound(string clause)
    {
        await Of(clause).CheckAsync(new LostErrorAnalyzer());
    }

    [Theory]
    [InlineData("catch (LinkException) { throw; }")]
    [InlineData("catch (LinkException) { }")]
    [InlineData("catch (LinkException) { throw new ProviderErrorException(); }")]
    [InlineData("catch (LinkException exception) { throw new InvalidOperationException(\"Failed.\", exception); }")]
    [InlineData("catch (LinkException exception) { throw new InvalidOperationException(exception.PublicMessage); }")]
    [InlineData("catch (LinkException exception) { object status = Convert(exception); throw new InvalidOperationException(status.ToString()); }")]
    [InlineData("catch (LinkException exception) { _last = exception; throw new InvalidOperationException(); }")]
    [InlineData("catch (Exception) { throw new InvalidOperationException(); }")]
    [InlineData("catch (HttpRequestException) { throw new InvalidOperationException(); }")]
    [InlineData("catch (LinkException) { Func<int> later = () => throw new InvalidOperationException(); later(); }")]
    [InlineData("catch (LinkException) { try { throw new InvalidOperationException(); } catch (InvalidOperationException) { } throw; }")]
    [InlineData("catch (LinkException) { throw Create(); }")]
    [InlineData("catch (LinkException exception) when (Record(exception)) { throw new InvalidOperationException(); }")]
    [InlineData("catch (LinkException exception) when (seconds > 3 && Record(exception)) { throw new InvalidOperationException(); }")]
    [InlineData("catch (LinkException exception) when (Record((Exception)exception)) { throw new InvalidOperationException(); }")]
    [InlineData("catch (LinkException exception) when ((_last = exception) is not null) { throw new InvalidOperationException(); }")]
    public async Task Exception_ThatKeepsTheErrorOrMay_IsLeftAlone(string clause)
    {
        await Of(clause).CheckAsync(new LostErrorAnalyzer());
    }

    [Fact]
    public async Task Fix_OfAThrowStatement_ThrowsTheCaughtOneOn()
    {
        string? mended = await Of("catch (LinkException) { [|throw new InvalidOperationException(\"Failed.\");|] }").FixAsync(new LostErrorAnalyzer(), new LostErrorFix());

        mended.Should().Contain("catch (LinkException) { throw; }");
    }

    [Fact]
    public async Task Fix_OfAThrowExpression_IsNotOffered()
    {
        (await Of("catch (LinkException) { _ = text ?? [|throw new TimeoutException()|]; }").FixAsync(new LostErrorAnalyzer(), new LostErrorFix())).Should().BeNull();
    }

    private static Subject Of(string clause) => new(
        $$"""
        public static class Subject
        {
            private static Exception? _last;

            public static void Run(Action action, ILogger logger, int seconds, string? text)
            {
                try { action(); }
                {{clause}}
            }

            private static object Convert(LinkException exception) => exception;

            private static bool Record(Exception exception) => (_last = exception) is not null;

            private static bool IsOld(string code) => code.Length > 3;

            private static Exception Create() => _last ?? new InvalidOperationException();
        }
        """);
}
