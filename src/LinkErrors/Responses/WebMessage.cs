using System.Text.Json;
using LinkErrors.Dialects;

namespace LinkErrors.Responses;

/// <summary>What a popup or frame posts to the window which opened it.</summary>
internal static class WebMessage
{
    /// <summary>The dialect's own message, else that of OAuth 2.0 Web Message Response Mode §4: the parameters of a redirect as members of <c>response</c>.</summary>
    public static void Write(LinkErrorDialect dialect, LinkError error, LinkErrorWriteContext context, Utf8JsonWriter writer)
    {
        if (dialect is IWebMessageDialect own)
        {
            own.WriteWebMessage(error, context, writer);
            return;
        }

        LinkErrorParameters parameters = [];
        dialect.WriteParameters(error, context, parameters);
        writer.WriteStartObject();
        writer.WriteString("type", "authorization_response");
        writer.WriteStartObject("response");
        foreach (LinkErrorParameter parameter in parameters)
        {
            writer.WriteString(parameter.Name, parameter.Value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
