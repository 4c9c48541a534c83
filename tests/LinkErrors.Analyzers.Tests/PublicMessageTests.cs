namespace LinkErrors.Analyzers.Tests;

/// <summary>LE0001: only what somebody wrote for the public becomes public.</summary>
public sealed class PublicMessageTests
{
    [Theory]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|exception.Message|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|exception.ToString()|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"The provider said {[|exception.Message|]}.\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"Failed: {[|exception|]}\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = \"No account \" + [|name|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = string.Format(\"No account {0}\", [|name|]) };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = string.Concat(\"No account \", [|name|]) };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = name.Length > 9 ? \"Too long.\" : $\"No account {[|name|]}\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"No account {[|account.Owner|]}\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|link.DebugMessage|] ?? \"\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|link.Message|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = link.Error.Origin?[|.WireText|] ?? \"\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|response.ReasonPhrase|] ?? \"\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = await [|response.Content.ReadAsStringAsync()|] };")]
    [InlineData("_ = new LinkError(LinkErrorDefinitions.ProviderError) { Message = [|exception.Message|] };")]
    [InlineData("_ = link.Error with { Message = [|exception.Message|] };")]
    [InlineData("_ = Results.LinkError(LinkErrorDefinitions.ProviderError, [|exception.Message|]);")]
    [InlineData("_ = TypedResults.LinkError(LinkErrorDefinitions.ProviderError, $\"No account {[|name|]}\");")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|exception.Message.Trim()|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|exception.Message.Replace(\"a\", \"b\").ToUpperInvariant()|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|exception.Message[..100]|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|exception.ToString().Split('\\n')[0]|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|exception.Message.Split('\\n').First()|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|exception.Message.ToString()|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = [|(await response.Content.ReadAsStringAsync()).Trim()|] };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = response.ReasonPhrase?[|.Trim()|] ?? \"\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"The provider said {[|exception.Message.Trim()|]}.\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"No account {[|name|]}\".Trim() };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = (\"No account \" + [|name|])[..9] };")]
    public async Task Text_ThatNobodyWroteForThePublic_IsFound(string statement)
    {
        await Of(statement).CheckAsync(new PublicMessageAnalyzer());
    }

    [Theory]
    [InlineData("throw new ProviderErrorException { PublicMessage = \"Try again.\" };")]
    [InlineData("throw new ProviderErrorException(exception.Message);")]
    [InlineData("throw new ProviderErrorException($\"No account {name}\", exception);")]
    [InlineData("throw new ProviderErrorException { Provider = name };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = name };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = name.Trim() };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"No account {name[..3]}\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = \"Try again.\".Trim() };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"It has {exception.Message.Length} letters, the first is {exception.Message[0]}.\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = Describe(exception.Message) };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = Describe(name) };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"Wait {seconds} seconds, until {DateTimeOffset.UnixEpoch:t}.\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"Not in {DayOfWeek.Monday}, {Limit} or {Own.Words}.\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"Go to {options.Support}.\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"It was {link.Code}: {link.Error.Title}\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = $\"One of {string.Join(\", \", Own.All)}.\" };")]
    [InlineData("throw new ProviderErrorException { PublicMessage = link.PublicMessage };")]
    [InlineData("_ = link.Error with { Message = link.Error.Message };")]
    [InlineData("_ = new LinkError(LinkErrorDefinitions.ProviderError) { Message = null };")]
    [InlineData("_ = new Other { Message = exception.Message, PublicMessage = exception.Message };")]
    [InlineData("_ = Results.LinkError(LinkErrorDefinitions.ProviderError, \"Try again.\");")]
    [InlineData("_ = Results.LinkError(LinkErrorDefinitions.ProviderError);")]
    public async Task Text_OfTheApplicationItself_IsLeftAlone(string statement)
    {
        await Of(statement).CheckAsync(new PublicMessageAnalyzer());
    }

    [Theory]
    [InlineData("new ProviderErrorException { PublicMessage = [|exception.Message|] }", "new ProviderErrorException(exception.Message)")]
    [InlineData("new ProviderErrorException() { PublicMessage = [|exception.Message|] }", "new ProviderErrorException(exception.Message)")]
    [InlineData(
        "new ProviderErrorException { Provider = \"Fitbit\", PublicMessage = $\"Said {[|name|]}\" }", "new ProviderErrorException($\"Said {name}\") { Provider = \"Fitbit\" }")]
    [InlineData(
        "new ProviderErrorException(innerException: exception) { PublicMessage = [|exception.Message|] }",
        "new ProviderErrorException(innerException: exception, debugMessage: exception.Message)")]
    [InlineData(
        "new LinkException(LinkErrorDefinitions.ProviderError) { PublicMessage = [|exception.Message|] }",
        "new LinkException(LinkErrorDefinitions.ProviderError, debugMessage: exception.Message)")]
    public async Task Fix_WhereTheConstructorHasAPlace_MakesItTheDebugMessage(string before, string after)
    {
        string? mended = await Of($"throw {before};").FixAsync(new PublicMessageAnalyzer(), new PublicMessageFix());

        mended.Should().Contain($"throw {after};");
    }

    // Of what stands between the arguments nothing is lost.
    [Theory]
    [InlineData(
        "new LinkException(LinkErrorDefinitions.ProviderError, /* why */ innerException: exception) { PublicMessage = [|exception.Message|] }",
        "new LinkException(LinkErrorDefinitions.ProviderError, /* why */ innerException: exception, debugMessage: exception.Message)")]
    [InlineData(
        "new LinkException(\n    LinkErrorDefinitions.ProviderError, // which\n    innerException: exception) { PublicMessage = [|exception.Message|] }",
        "new LinkException(\n    LinkErrorDefinitions.ProviderError, // which\n    innerException: exception, debugMessage: exception.Message)")]
    public async Task Fix_OfArgumentsWithComments_KeepsThem(string before, string after)
    {
        string? mended = await Of($"throw {before};").FixAsync(new PublicMessageAnalyzer(), new PublicMessageFix());

        mended.Should().Contain($"throw {after};");
    }

    [Theory]
    [InlineData("throw new ProviderErrorException(\"debug\") { PublicMessage = [|exception.Message|] };")]
    [InlineData("_ = Results.LinkError(LinkErrorDefinitions.ProviderError, [|exception.Message|]);")]
    public async Task Fix_WhereNoPlaceIsFree_IsNotOffered(string statement)
    {
        (await Of(statement).FixAsync(new PublicMessageAnalyzer(), new PublicMessageFix())).Should().BeNull();
    }

    private static Subject Of(string statement) => new(
        $$"""
        public sealed class Account { public string Owner { get; set; } = ""; }
        public sealed class PageOptions { public string Support { get; set; } = ""; }
        public sealed class Other { public string Message { get; set; } = ""; public string PublicMessage { get; set; } = ""; }
        public static class Own { public static readonly string[] All = ["a"]; public static string Words { get; } = "words"; }
        public static class Subject
        {
            private const string Limit = "ten";

            public static async Task Run(Exception exception, LinkException link, HttpResponseMessage response, Account account, PageOptions options, string name, int seconds)
            {
                await Task.Yield();
                {{statement}}
            }

            private static string Describe(string name) => name;
        }
        """);
}
