using LinkErrors;
using LinkErrors.Dialects;

namespace FrontEnd;

/// <summary>Where the browser comes back: with an answer in the query, the fragment, a form or the message of a window.</summary>
internal static class CallbackEndpoint
{
    /// <summary>What the page that carries a fragment to the server puts in front of it.</summary>
    private const string FragmentField = "fragment";

    /// <summary>The same of the message of a window.</summary>
    private const string MessageField = "web_message";

    public static async Task<IResult> ShowAsync(HttpContext context, LinkErrorReader reader)
    {
        string query = context.Request.QueryString.Value ?? "";
        string way = "query";
        if (context.Request.HasFormContentType)
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            (way, query) = form.TryGetValue(FragmentField, out var fragment) ? ("fragment", fragment.ToString())
                : form.TryGetValue(MessageField, out var message) ? ("message", message.ToString())
                : ("form", QueryString.Create(form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)))).Value ?? "");
        }

        if (query.Length == 0)
        {
            // A server does not see the fragment; this page hands it over.
            return Results.Content(FrontEndPages.Carrier, FrontEndPages.ContentType);
        }

        (string? state, string? token) = FlowCookie.Read(context);
        LinkErrorReading reading = reader.ReadParameters(query);
        if (reading.Error is { } error)
        {
            return error.State is { } returned && returned != state
                ? FrontEndPages.ShowError(new LinkError(LinkErrorDefinitions.CallbackStateInvalid), way)
                : FrontEndPages.ShowError(error, way);
        }

        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> answer = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.TrimStart('#'));
        return answer.TryGetValue("connection", out var connection) && answer.TryGetValue("state", out var own) && own == state
            ? FrontEndPages.ShowSuccess(connection.ToString(), token ?? "", way)
            : FrontEndPages.ShowError(new LinkError(LinkErrorDefinitions.CallbackStateInvalid), way);
    }
}
