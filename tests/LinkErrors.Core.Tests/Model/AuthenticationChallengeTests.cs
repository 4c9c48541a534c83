namespace LinkErrors.Core.Tests.Model;

public sealed class AuthenticationChallengeTests
{
    [Theory]

    // RFC 9110 §11.6.1: challenges and their parameters are both separated by commas.
    [InlineData("Bearer", "Bearer")]
    [InlineData("Bearer realm=\"a\"", "Bearer[realm:a]")]
    [InlineData("Bearer realm=a", "Bearer[realm:a]")]
    [InlineData("Bearer realm=\"a\", error=\"invalid_token\"", "Bearer[realm:a][error:invalid_token]")]
    [InlineData("Basic realm=\"a\", Bearer realm=\"b\", error=\"c\", Digest x=y", "Basic[realm:a];Bearer[realm:b][error:c];Digest[x:y]")]
    [InlineData("Basic realm=\"simple\", Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\"", "Basic[realm:simple];Newauth[realm:apps][type:1][title:Login to \"apps\"]")]
    [InlineData("Negotiate, Basic realm=\"a\"", "Negotiate;Basic[realm:a]")]
    [InlineData("Negotiate, NTLM", "Negotiate;NTLM")]

    // RFC 9110 §11.2: token68 stands in place of parameters.
    [InlineData("Negotiate YII=", "Negotiate YII=")]
    [InlineData("Negotiate a-._~+/Z9==, Basic realm=\"a\"", "Negotiate a-._~+/Z9==;Basic[realm:a]")]
    [InlineData("Basic realm=\"a\", Negotiate YII", "Basic[realm:a];Negotiate YII")]
    [InlineData("Negotiate  YII= , Bearer error=x", "Negotiate YII=;Bearer[error:x]")]

    // RFC 9110 §5.6.4: quoted-string with quoted-pairs; commas, equals signs and schemes inside are text.
    [InlineData("Bearer error_description=\"a, b=c, Basic realm=\\\"no\\\"\", error=x", "Bearer[error_description:a, b=c, Basic realm=\"no\"][error:x]")]
    [InlineData("Bearer a=\"\", b=\"\\\\\"", "Bearer[a:][b:\\]")]
    [InlineData("Bearer a=\"\\x\"", "Bearer[a:x]")]
    [InlineData("Bearer a=\"é\t\"", "Bearer[a:é\t]")]

    // RFC 9110 §11.2: "bad" white space around the equals sign is read; RFC 9110 §5.6.1.2: so are empty list elements.
    [InlineData("  Bearer\trealm \t=\t \"a\" ,\terror  =  x  ", "Bearer[realm:a][error:x]")]
    [InlineData(",, , Bearer realm=\"a\",,error=x,", "Bearer[realm:a][error:x]")]
    [InlineData("Bearer realm=\"a\",error=x", "Bearer[realm:a][error:x]")]
    [InlineData("BEARER REALM=\"A\"", "BEARER[REALM:A]")]

    // RFC 6750 §3: none twice; of a repeated one the first counts.
    [InlineData("Bearer error=a, error=b, ERROR=c", "Bearer[error:a]")]
    [InlineData("Basic realm=a, Bearer realm=b", "Basic[realm:a];Bearer[realm:b]")]

    // What peers write without its quotes ends at white space or a comma.
    [InlineData("Bearer a=b c=d, e=f", "Bearer[a:b][c:d][e:f]")]
    [InlineData("Bearer a=b\tc=d", "Bearer[a:b][c:d]")]
    [InlineData("Bearer a=https://b c, d=e", "Bearer[a:https://b c][d:e]")]

    // RFC 9110 §11.4: white space, and then at least one character that is no equals sign, makes a token68.
    [InlineData("Negotiate =", "Negotiate")]
    [InlineData("Negotiate ==", "Negotiate")]
    [InlineData("Negotiate =x", "Negotiate")]
    [InlineData("Basic/abc", "Basic")]

    // What cannot be read ends the list.
    [InlineData("", "")]
    [InlineData(" ,\t, ", "")]
    [InlineData("=", "")]
    [InlineData("\"Bearer\"", "")]
    [InlineData("@", "")]
    [InlineData("Bearer realm=\"a\", error=\"unterminated", "Bearer[realm:a]")]
    [InlineData("Bearer realm=\"a\", error=\"escape\\", "Bearer[realm:a]")]
    [InlineData("Bearer realm=\"a\", error=\"escaped end\\\"", "Bearer[realm:a]")]
    [InlineData("Bearer realm=\"a\", error=, scope=x", "Bearer[realm:a][error:][scope:x]")]
    [InlineData("Bearer uri=https://as.example/a?b , error=x", "Bearer[uri:https://as.example/a?b][error:x]")]
    [InlineData("Bearer realm=\"a\", @, Basic", "Bearer[realm:a]")]
    [InlineData("Bearer realm=\"a\"\r\nX: y", "Bearer[realm:a]")]
    public void Parse_OfFieldValue_ReadsItsChallenges(string value, string expected) =>
        string.Join(';', AuthenticationChallenge.Parse(value).Select(Describe)).Should().Be(expected);

    // RFC 9110 §11.2: names of parameters are compared without case.
    [Fact]
    public void Parameters_OfChallenge_IgnoreCase() =>
        AuthenticationChallenge.Parse("bearer Error=x").Single().Parameters["eRROR"].Should().Be("x");

    [Fact]
    public void Parse_Null_IsRefused() =>
        FluentActions.Invoking(() => AuthenticationChallenge.Parse(null!)).Should().Throw<ArgumentNullException>().WithParameterName("value");

    // Every text of up to six of the characters that mean something, so that no combination of them was forgotten.
    [Fact]
    public void Parse_OfAnyText_NeverThrows()
    {
        const string Alphabet = "a ,=\"\\";
        int count = 0;
        for (int length = 0; length <= 6; length++)
        {
            for (int number = 0; number < Math.Pow(Alphabet.Length, length); number++)
            {
                string text = string.Create(length, number, static (span, rest) =>
                {
                    foreach (ref char character in span)
                    {
                        (rest, int index) = Math.DivRem(rest, Alphabet.Length);
                        character = Alphabet[index];
                    }
                });

                count++;
                if (AuthenticationChallenge.Parse(text).Any(challenge => challenge.Scheme.Length == 0))
                {
                    Assert.Fail($"A challenge without a scheme was read from <{text}>.");
                }
            }
        }

        count.Should().Be(55_987);
    }

    private static string Describe(AuthenticationChallenge challenge) =>
        challenge.Scheme
        + (challenge.Token68 is { } token ? " " + token : "")
        + string.Concat(challenge.Parameters.Select(parameter => $"[{parameter.Key}:{parameter.Value}]"));
}
