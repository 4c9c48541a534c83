using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Tests.Responses;

/// <summary>
/// RFC 6749 §5.2: the challenge is of the scheme with which the client came. What may be a credential itself is never sent back.
/// </summary>
public sealed class CredentialSchemeTests
{
    [Theory]
    [InlineData("Bearer x", "Bearer")]
    [InlineData("DPoP x.y.z", "DPoP")]
    [InlineData("basic dTpw", "basic")]
    [InlineData("AWS4-HMAC-SHA256 Credential=x", "AWS4-HMAC-SHA256")]
    [InlineData("a b", "a")]
    [InlineData("Bearer ", "Bearer")]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345 x", "abcdefghijklmnopqrstuvwxyz012345")]

    // A word alone may be a bare token, and so may one that is longer than any scheme.
    [InlineData("Bearer", null)]
    [InlineData("eyJhbGciOiJub25lIn0.e30.", null)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456 x", null)]

    // Not a word of letters, digits and hyphens.
    [InlineData("", null)]
    [InlineData(" x", null)]
    [InlineData("Bearer:x y", null)]
    [InlineData("\"Bearer\" x", null)]
    [InlineData("Bär x", null)]
    [InlineData("Bearer\tx y", null)]
    public void Read_OfAnAuthorizationHeader_IsItsSchemeOrNothing(string authorization, string? scheme)
    {
        DefaultHttpContext context = new();
        context.Request.Headers.Authorization = new StringValues([authorization]);

        CredentialScheme.Read(context.Request).Should().Be(scheme);
    }

    [Fact]
    public void Read_WithoutAnAuthorizationHeader_IsNothing() => CredentialScheme.Read(new DefaultHttpContext().Request).Should().BeNull();
}
