using LinkErrors.Diagnostics;
using LinkErrors.Dialects;
using LinkErrors.Metadata;
using LinkErrors.Pages;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Responses;

/// <summary>
/// Chooses whose page a person sees: the application's own if it has one, else the library's. A page of the application that
/// fails, or says nothing, is followed by the library's, so that nobody is left with an empty sheet.
/// </summary>
internal sealed class ErrorPageWriter(
    LinkErrorPageContextFactory contexts, ErrorPagePipeline pipeline, ILogger<ErrorPageWriter> logger)
{
    private PageTheme? _theme;

    /// <summary>Lets the application write its page.</summary>
    /// <returns>The library's page to write; null when the application has written its own.</returns>
    public ValueTask<PageDocument?> WriteAsync(LinkErrorPlan plan)
    {
        HttpContext context = plan.Occurrence.HttpContext;
        ErrorPageSettings settings = plan.Occurrence.Settings.ErrorPage;
        LinkErrorPageContext page = CreateContext(plan);

        // A page of the application that fails with a link error does not run again.
        bool isFirst = context.Features.Find<LinkErrorPageContext>() is null;
        return isFirst && Choose(context, settings, plan.Error) is { } own
            ? WriteOwnAsync(context, plan, page, own)
            : ValueTask.FromResult<PageDocument?>(ErrorPage.Render(page, FindTheme(settings)));
    }

    /// <summary>The page on which the browser passes by on its way to the target. The script on it is the library's, so the page is too.</summary>
    public PageDocument RenderFormPost(LinkErrorPlan plan, LinkErrorParameters parameters) =>
        FormPostPage.Render(CreateContext(plan), FindTheme(plan.Occurrence.Settings.ErrorPage), plan.Target!, parameters);

    /// <summary>The same for a popup or frame, which tells the window that opened it.</summary>
    public PageDocument RenderWebMessage(LinkErrorPlan plan, string message, string location) =>
        WebMessagePage.Render(CreateContext(plan), FindTheme(plan.Occurrence.Settings.ErrorPage), plan.Target!, message, location);

    private LinkErrorPageContext CreateContext(LinkErrorPlan plan) => contexts.Create(
        plan.Occurrence.HttpContext, plan.Occurrence.Settings.ErrorPage, plan.Error, plan.Flow, plan.StatusCode, plan.WriteContext.DebugDetails);

    private (string Name, Func<LinkErrorPageContext, Task> WriteAsync)? Choose(HttpContext context, ErrorPageSettings settings, LinkError error)
    {
        try
        {
            if (context.RequestServices?.GetService<ILinkErrorPage>() is { } own)
            {
                return (own.GetType().Name, page => own.WriteAsync(context, page));
            }
        }
        catch (Exception exception)
        {
            // It needs a service that is not there, or its constructor throws.
            LinkErrorsLog.ErrorPageFailed(logger, nameof(ILinkErrorPage), error.Code, exception);
            return null;
        }

        if (settings.Path is not { } path)
        {
            return null;
        }

        if (!pipeline.IsAvailable)
        {
            LinkErrorsLog.ErrorPageUnreachable(logger, path);
            return null;
        }

        return (path, _ => pipeline.RunAsync(context, path));
    }

    private async ValueTask<PageDocument?> WriteOwnAsync(
        HttpContext context, LinkErrorPlan plan, LinkErrorPageContext page, (string Name, Func<LinkErrorPageContext, Task> WriteAsync) own) =>
        await TryWriteAsync(context, plan, page, own).ConfigureAwait(false) ? null : ErrorPage.Render(page, FindTheme(plan.Occurrence.Settings.ErrorPage));

    private async Task<bool> TryWriteAsync(
        HttpContext context, LinkErrorPlan plan, LinkErrorPageContext page, (string Name, Func<LinkErrorPageContext, Task> WriteAsync) own)
    {
        context.Features.Set(page);
        context.Response.OnStarting(KeepStatusAsync, (context.Response, plan.StatusCode));
        try
        {
            await own.WriteAsync(page).ConfigureAwait(false);
            if (context.Response.ContentType is not null || ResponseBody.HasBegun(context.Response))
            {
                return true;
            }

            LinkErrorsLog.ErrorPageEmpty(logger, own.Name, plan.Error.Code);
        }
        catch (Exception exception) when (!ResponseBody.HasBegun(context.Response) && !context.RequestAborted.IsCancellationRequested)
        {
            LinkErrorsLog.ErrorPageFailed(logger, own.Name, plan.Error.Code, exception);
        }

        ResponseHeaders.Reset(context.Response);
        ResponseHeaders.Apply(context.Response, plan);
        return false;
    }

    /// <summary>An endpoint that says nothing of the status has the usual one, and an error is no success.</summary>
    private static Task KeepStatusAsync(object state)
    {
        (HttpResponse response, int statusCode) = ((HttpResponse, int))state;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            response.StatusCode = statusCode;
        }

        return Task.CompletedTask;
    }

    private PageTheme FindTheme(ErrorPageSettings settings) =>
        _theme is { } theme && theme.Settings == settings ? theme : _theme = new PageTheme(settings);
}
