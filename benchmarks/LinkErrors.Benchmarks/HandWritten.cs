using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LinkErrors.Benchmarks;

/// <summary>What people write today: a try and a catch around everything, one target, no flow and no validation.</summary>
internal static class HandWritten
{
    public const string Target = "https://app.example/cb";

    private const string PageStart =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The link has expired</title><style>body{font-family:sans-serif;margin:2rem}</style></head><body><main><h1>The link has expired</h1><p>";

    private const string PageEnd = "</p></main></body></html>";

    public static Func<HttpContext, RequestDelegate, Task> Catch(Func<HttpContext, LinkError, Task> answer) => async (context, next) =>
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (LinkException exception)
        {
            Listeners.Tell(context, exception.Error);
            await answer(context, exception.Error).ConfigureAwait(false);
        }
    };

    public static Task RedirectAsync(HttpContext context, LinkError error)
    {
        NoStore(context.Response);
        context.Response.Redirect(Locate(context, error));
        return Task.CompletedTask;
    }

    public static string Locate(HttpContext context, LinkError error) => QueryHelpers.AddQueryString(Target, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["error"] = error.Code,
        ["error_description"] = error.Message,
        ["state"] = context.Request.Query["state"],
    });

    public static Task JsonAsync(HttpContext context, LinkError error)
    {
        NoStore(context.Response);
        context.Response.StatusCode = error.StatusCode;
        return context.Response.WriteAsJsonAsync(new HandWrittenError(error.Code, error.Message), HandWrittenJson.Default.HandWrittenError);
    }

    public static IResult Json(LinkError error) =>
        Results.Json(new HandWrittenError(error.Code, error.Message), HandWrittenJson.Default.HandWrittenError, statusCode: error.StatusCode);

    public static Task HtmlAsync(HttpContext context, LinkError error)
    {
        NoStore(context.Response);
        context.Response.StatusCode = error.StatusCode;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(PageStart + System.Net.WebUtility.HtmlEncode(error.Message) + PageEnd);
    }

    public static void NoStore(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

internal sealed record HandWrittenError([property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string Description);

[JsonSerializable(typeof(HandWrittenError))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
