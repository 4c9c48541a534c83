using System.Text;
using LinkErrors.Dialects;
using LinkErrors.Metadata;
using LinkErrors.Pages;
using LinkErrors.Redirects;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace LinkErrors.Responses;

/// <summary>Carries out a plan.</summary>
internal static class LinkErrorWriter
{
    private const string HtmlType = "text/html; charset=utf-8";

    public static Task WriteAsync(LinkErrorPlan plan, ErrorPageWriter pages)
    {
        HttpContext context = plan.Occurrence.HttpContext;
        ResponseHeaders.Reset(context.Response, plan.Occurrence.KeepsStatusHeaders && plan.StatusCode >= StatusCodes.Status400BadRequest);
        ResponseHeaders.Apply(context.Response, plan);
        PreventOutputCaching(context);
        IHeaderDictionary headers = context.Response.Headers;
        if (plan.IsAhead)
        {
            context.Response.ContentLength = 0;
            return Task.CompletedTask;
        }

        switch (plan.Delivery)
        {
            case LinkErrorDelivery.Redirect or LinkErrorDelivery.FragmentRedirect:
                string location = GetLocation(plan);
                if (plan.StatusCode == StatusCodes.Status200OK)
                {
                    headers["HX-Redirect"] = location;
                }
                else
                {
                    headers.Location = location;
                }

                // Kestrel says so for GET only, and HEAD has the headers of GET (RFC 9110 §9.3.2).
                context.Response.ContentLength = 0;
                return Task.CompletedTask;

            case LinkErrorDelivery.FormPost:
                return WriteAndReturnAsync(context, pages.RenderFormPost(plan, GetParameters(plan)));

            case LinkErrorDelivery.WebMessage:
                return WriteAndReturnAsync(context, pages.RenderWebMessage(plan, GetWebMessage(plan), GetLocation(plan)));

            case LinkErrorDelivery.Html:
                ValueTask<PageDocument?> page = pages.WriteAsync(plan);
                return page is { IsCompletedSuccessfully: true, Result: { } document } ? WriteAndReturnAsync(context, document) : AwaitPageAsync(context, page);

            default:
                return HostProblemDetails.Find(context, plan.Dialect) is { } service ? WriteProblemAsync(service, context, plan) : WriteJsonAsync(context, plan);
        }
    }

    private static Task WriteJsonAsync(HttpContext context, LinkErrorPlan plan)
    {
        JsonBuffer body = JsonBuffer.Rent();
        WriteMembers(plan, body);
        return ReturnAfterAsync(WriteBodyAsync(context, plan.Dialect.ContentType, body.Written), body);
    }

    /// <summary>Gives a buffer back when it is sent. A server takes a short body at once, and then there is nothing to await.</summary>
    private static Task ReturnAfterAsync(Task writing, IDisposable buffer)
    {
        if (!writing.IsCompletedSuccessfully)
        {
            return AwaitAsync(writing, buffer);
        }

        buffer.Dispose();
        return writing;

        static async Task AwaitAsync(Task writing, IDisposable buffer)
        {
            using (buffer)
            {
                await writing.ConfigureAwait(false);
            }
        }
    }

    private static void WriteMembers(LinkErrorPlan plan, JsonBuffer body)
    {
        if (plan.Occurrence.Members is not { } members || members.Dialect != plan.Dialect.Name)
        {
            plan.Dialect.WriteBody(plan.Error, plan.WriteContext, body.Writer);
            return;
        }

        using JsonBuffer ours = JsonBuffer.Rent();
        plan.Dialect.WriteBody(plan.Error, plan.WriteContext, ours.Writer);
        members.Write(ours.Written, body.Writer);
    }

    private static string GetWebMessage(LinkErrorPlan plan)
    {
        using JsonBuffer message = JsonBuffer.Rent();
        WebMessage.Write(plan.Dialect, plan.Error, plan.WriteContext, message.Writer);
        return Encoding.UTF8.GetString(message.Written.Span);
    }

    /// <summary>Where the browser goes.</summary>
    private static string GetLocation(LinkErrorPlan plan)
    {
        string location = RedirectLocation.Build(
            plan.Target!, GetParameters(plan), plan.Occurrence.Settings.MaximumUrlLength, inFragment: plan.Delivery == LinkErrorDelivery.FragmentRedirect);
        return LocalPath.Below(plan.Occurrence.HttpContext.Request.PathBase.ToUriComponent(), location);
    }

    /// <summary>The page of an application takes its time, and leaves nothing to write unless it failed.</summary>
    private static async Task AwaitPageAsync(HttpContext context, ValueTask<PageDocument?> page)
    {
        if (await page.ConfigureAwait(false) is { } document)
        {
            await WriteAndReturnAsync(context, document).ConfigureAwait(false);
        }
    }

    private static Task WriteAndReturnAsync(HttpContext context, PageDocument page)
    {
        ResponseHeaders.Apply(context.Response, page);
        return ReturnAfterAsync(WriteBodyAsync(context, HtmlType, page.Html), page);
    }

    /// <summary>Output caching does not ask Cache-Control but the status, and some errors have 200.</summary>
    private static void PreventOutputCaching(HttpContext context)
    {
        if (context.Features.Find<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }
    }

    /// <summary>The host's service decides by the Accept header whether it writes; an error is answered in any case.</summary>
    private static async Task WriteProblemAsync(IProblemDetailsService service, HttpContext context, LinkErrorPlan plan)
    {
        using JsonBuffer body = JsonBuffer.Rent();
        WriteMembers(plan, body);
        bool isWritten = await HostProblemDetails.TryWriteAsync(service, context, body.Written, plan.Occurrence.Exception).ConfigureAwait(false);

        // A writer of the host may take the problem and find no formatter for it, as MVC's does.
        if (!isWritten || context.Response is { HasStarted: false, ContentType: null })
        {
            await WriteBodyAsync(context, plan.Dialect.ContentType, body.Written).ConfigureAwait(false);
        }
    }

    private static LinkErrorParameters GetParameters(LinkErrorPlan plan)
    {
        LinkErrorParameters parameters = [];
        if (plan.Target is { Kind: RedirectTargetKind.LoginRetry } && plan.Dialect is ILoginRetryDialect retry)
        {
            retry.WriteLoginRetry(plan.Error, plan.WriteContext, parameters);
        }
        else
        {
            plan.Dialect.WriteParameters(plan.Error, plan.WriteContext, parameters);
        }

        return parameters;
    }

    /// <summary>By the stream, not by its writer: what cannot be sent, as with a status that has no body, then leaves nothing behind.</summary>
    private static Task WriteBodyAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
