using System.Text;
using System.Text.Json;
using LinkErrors.Dialects;
using LinkErrors.Responses;

namespace LinkErrors.Tests.Responses;

/// <summary>The message that a popup posts to the window which opened it.</summary>
public sealed class WebMessageTests
{
    // OAuth 2.0 Web Message Response Mode §4: the parameters of a redirect, as members of response.
    [Theory]
    [InlineData("junction", """{"type":"authorization_response","response":{"state":"error","error_type":"user_cancelled","error":"No"}}""")]
    [InlineData("orcidlink", """{"type":"authorization_response","response":{"code":"user_cancelled","title":"Linking cancelled","message":"No"}}""")]
    [InlineData("centralauth", """{"type":"authorization_response","response":{"error":"userCancelled","error_description":"No","state":"xyz"}}""")]
    [InlineData("loop", """{"type":"authorization_response","response":{"error":"access_denied","error_description":"No","state":"xyz"}}""")]
    [InlineData("oauth", """{"type":"authorization_response","response":{"error":"access_denied","error_description":"No","state":"xyz"}}""")]
    [InlineData("problem-details", """{"type":"authorization_response","response":{"error":"access_denied","error_description":"No","state":"xyz"}}""")]

    // Zapier: {type: "authenticationError", error}.
    [InlineData("zapier", """{"type":"authenticationError","error":"access_denied"}""")]
    public void WebMessage_OfEachSystem_HasItsShape(string name, string message)
    {
        LinkErrorDialect dialect = LinkErrorDialects.All.Single(known => known.Name == name);
        LinkError error = new(LinkErrorDefinitions.UserCancelled) { Message = "No", State = "xyz" };
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            WebMessage.Write(dialect, error, LinkErrorWriteContext.Default, writer);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(message);
    }
}
