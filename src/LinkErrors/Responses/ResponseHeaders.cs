using LinkErrors.Dialects;
using LinkErrors.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LinkErrors.Responses;

/// <summary>The one place that sets the headers of an error response.</summary>
internal static class ResponseHeaders
{
    /// <summary>What the host decided for every response and must survive on errors: CORS, transport security, cookies.</summary>
    private static readonly string[] Preserved =
    [
        "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers", "Access-Control-Allow-Headers",
        "Access-Control-Allow-Methods", "Access-Control-Max-Age", "Vary", "Strict-Transport-Security", "Set-Cookie",
    ];

    /// <summary>What an error status says beside its body: who set the status knows best.</summary>
    private static readonly string[] OfStatus = ["Allow", "Retry-After", "WWW-Authenticate", "DPoP-Nonce"];

    /// <summary>Throws away what the failed endpoint had prepared, apart from <see cref="Preserved"/>; what was there before it stays.</summary>
    /// <exception cref="InvalidOperationException">There is a body already, in whole or in part.</exception>
    public static void Reset(HttpResponse response, bool keepsStatusHeaders = false)
    {
        if (ResponseBody.HasBegun(response))
        {
            throw new InvalidOperationException("The response has begun, so it cannot become an error response.");
        }

        List<KeyValuePair<string, StringValues>>? kept = null;
        if (response.Headers.Count > 0)
        {
            Keep(response.Headers, Preserved, ref kept);
            Keep(response.Headers, keepsStatusHeaders ? OfStatus : [], ref kept);
        }

        response.Clear();
        foreach ((string name, StringValues value) in kept ?? [])
        {
            response.Headers[name] = value;
        }

        HeadersInFront.Restore(response);
    }

    public static void Apply(HttpResponse response, LinkErrorPlan plan)
    {
        response.StatusCode = plan.StatusCode;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.OnStarting(ForbidCachingAsync, response);
        if (plan.Delivery is not (LinkErrorDelivery.Json or LinkErrorDelivery.Html))
        {
            return;
        }

        if (plan.StatusCode is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden))
        {
            // A dialect with a status of its own asks for no credentials.
            response.Headers.Remove(HeaderNames.WWWAuthenticate);
        }

        LinkErrorHeaders headers = [];
        plan.Dialect.WriteHeaders(plan.Error, plan.WriteContext, headers);
        if (headers.Count == 0)
        {
            return;
        }

        foreach ((string name, string value) in headers)
        {
            if (!plan.Occurrence.KeepsStatusHeaders || !OfStatus.Contains(name, StringComparer.OrdinalIgnoreCase) || !response.Headers.ContainsKey(name))
            {
                response.Headers.Append(name, value);
            }
            else if (name.Equals(HeaderNames.WWWAuthenticate, StringComparison.OrdinalIgnoreCase))
            {
                response.Headers.WWWAuthenticate = Challenges.Complete(response.Headers.WWWAuthenticate, value, plan.WriteContext.DPoPAlgorithms);
            }
        }
    }

    /// <summary>What a page asks for. One that nobody may frame says so to browsers that know no policy, too.</summary>
    public static void Apply(HttpResponse response, PageDocument page)
    {
        response.Headers.ContentSecurityPolicy = page.Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (!page.MayBeFramed)
        {
            response.Headers.XFrameOptions = "DENY";
        }
    }

    private static void Keep(IHeaderDictionary headers, string[] names, ref List<KeyValuePair<string, StringValues>>? kept)
    {
        foreach (string name in names)
        {
            if (headers.TryGetValue(name, out StringValues value) && value.Count > 0)
            {
                (kept ??= []).Add(new(name, value));
            }
        }
    }

    /// <summary>An error holds for one request only (RFC 6749 §5.2). Set at the last moment, so that nothing undoes it.</summary>
    private static Task ForbidCachingAsync(object state)
    {
        HttpResponse response = (HttpResponse)state;
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        response.Headers.Expires = default;
        response.Headers.ETag = default;
        response.Headers.LastModified = default;
        return Task.CompletedTask;
    }
}
