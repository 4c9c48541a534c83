using System.Buffers;
using System.Text.Json;
using LinkErrors.Dialects;
using LinkErrors.Pages;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>Carries out a plan.</summary>
internal static class LinkErrorWriter
{
    public static Task WriteAsync(HttpContext context, LinkErrorPlan plan)
    {
        ResponseHeaders.Reset(context.Response);
        ResponseHeaders.Apply(context.Response, plan);
        return plan.Delivery switch
        {
            LinkErrorDelivery.Redirect => WriteRedirect(context.Response, plan),
            LinkErrorDelivery.Html => WriteHtmlAsync(context, plan),
            _ => WriteJsonAsync(context, plan),
        };
    }

    private static Task WriteRedirect(HttpResponse response, LinkErrorPlan plan)
    {
        LinkErrorParameters parameters = [];
        plan.Dialect.WriteParameters(plan.Error, plan.WriteContext, parameters);
        response.Headers.Location = RedirectLocation.Build(plan.Target!, parameters, plan.MaximumUrlLength);
        return Task.CompletedTask;
    }

    private static Task WriteJsonAsync(HttpContext context, LinkErrorPlan plan)
    {
        ArrayBufferWriter<byte> body = new(512);
        using (Utf8JsonWriter writer = new(body))
        {
            plan.Dialect.WriteBody(plan.Error, plan.WriteContext, writer);
        }

        return WriteBodyAsync(context, plan.Dialect.ContentType, body.WrittenMemory);
    }

    private static Task WriteHtmlAsync(HttpContext context, LinkErrorPlan plan)
    {
        ErrorPage.ApplyHeaders(context.Response.Headers);
        return WriteBodyAsync(context, "text/html; charset=utf-8", ErrorPage.Render(plan.Error, plan.WriteContext.DebugDetails));
    }

    private static Task WriteBodyAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
