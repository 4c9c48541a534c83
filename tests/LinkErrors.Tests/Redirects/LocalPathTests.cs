using LinkErrors.Redirects;

namespace LinkErrors.Tests.Redirects;

/// <summary>A path of this site never names another.</summary>
public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/link/start?provider=fitbit", true)]
    [InlineData("/a//b", true)]
    [InlineData("", false)]
    [InlineData("start", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/a/../b", false)]
    [InlineData("/a#b", false)]
    [InlineData("/a b", false)]
    public void Path_OfTheSite_IsValid(string path, bool isValid) => LocalPath.IsValid(path).Should().Be(isValid);

    [Theory]
    [InlineData("/a#b", true)]
    [InlineData("/a#b#c", false)]
    [InlineData("//evil.example/#b", false)]
    public void Path_WithAFragment_IsValidWhereOneMayBe(string path, bool isValid) => LocalPath.IsValid(path, allowFragment: true).Should().Be(isValid);

    // UsePathBase: the path of the application below it. With '//' in front it would be a host.
    [Theory]
    [InlineData("/base", "/start", "/base/start")]
    [InlineData("", "/start", "/start")]
    [InlineData("//evil.example", "/start", "/start")]
    [InlineData("/base", "https://client.example/cb", "https://client.example/cb")]
    [InlineData("/base", "com.example.app:/cb", "com.example.app:/cb")]
    [InlineData("/base", "", "")]
    public void Path_BelowAPathBase_IsBehindIt(string pathBase, string uri, string expected) => LocalPath.Below(pathBase, uri).Should().Be(expected);
}
