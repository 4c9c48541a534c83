using LinkErrors.Diagnostics;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Redirects;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Pages;

/// <summary>Decides what a page for people says and where it leads.</summary>
internal sealed class LinkErrorPageContextFactory(PageTexts texts)
{
    /// <summary>The key of the text for each time to wait, rounded up: each is a whole sentence, so that no plural can be wrong.</summary>
    private static readonly (double UpToSeconds, string Key)[] Waits =
    [
        (15, "page.Wait.Seconds"), (60, "page.Wait.Minute"), (120, "page.Wait.TwoMinutes"), (300, "page.Wait.FiveMinutes"),
        (600, "page.Wait.TenMinutes"), (900, "page.Wait.QuarterHour"), (1800, "page.Wait.HalfHour"), (3600, "page.Wait.Hour"),
        (7200, "page.Wait.TwoHours"), (21600, "page.Wait.SomeHours"), (43200, "page.Wait.HalfDay"), (86400, "page.Wait.Day"),
        (double.PositiveInfinity, "page.Wait.Longer"),
    ];

    /// <summary>Makes what a page needs of an error.</summary>
    /// <param name="context">The request.</param>
    /// <param name="page">The settings of the page.</param>
    /// <param name="error">The error as it is answered.</param>
    /// <param name="flow">Its flow.</param>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="details">What the exception said, where that may be shown.</param>
    public LinkErrorPageContext Create(
        HttpContext context, ErrorPageSettings page, LinkError error, LinkFlow flow, int statusCode, LinkErrorDebugDetails? details)
    {
        string? product = PageName.Clean(page.ProductName);
        string? reference = error.ReferenceId is { } id ? ShortReference.Of(id) : null;
        PageWords words = FindWords(context, product, error, flow);
        PageSituation situation = words.Situation;
        string pathBase = context.Request.PathBase.ToUriComponent();
        return new LinkErrorPageContext(words)
        {
            Error = error,
            Flow = flow,
            StatusCode = statusCode,
            ProductName = product,
            ReturnTarget = situation.DoubtsTarget ? null : flow.Target,
            StartTarget = situation.CanRetry ? (flow.Start ?? page.Start)?.Below(pathBase) : null,
            Reference = reference,
            SupportUri = reference is not null && page.FindSupport(reference) is { } support ? LocalPath.Below(pathBase, support) : null,
            PathBase = pathBase,
            DebugDetails = details,
        };
    }

    /// <summary>
    /// Title and message of the page for fields that people read; null for what the error says by itself. As with
    /// the catalog's message, an error that nobody expected names its reference.
    /// </summary>
    public (string? Title, string? Message) FindTexts(HttpContext context, ErrorPageSettings page, LinkError error, LinkFlow flow)
    {
        bool hasTitle = error.Title != error.Definition.Title;
        if (hasTitle && error.HasExplicitMessage)
        {
            return default;
        }

        PageWords words = FindWords(context, PageName.Clean(page.ProductName), error, flow);
        return (hasTitle ? null : words.Title.ToPlainText(), error.HasExplicitMessage ? null : FindMessage(words, error));
    }

    private static string FindMessage(PageWords words, LinkError error)
    {
        string message = words.Message.ToPlainText();
        return error is { Code: LinkErrorCodes.ServerError, ReferenceId: { } reference }
            ? $"{message} {words.Find("page.Reference").ToPlainText()}: {reference}"
            : message;
    }

    private PageWords FindWords(HttpContext context, string? product, LinkError error, LinkFlow flow)
    {
        PageSituation situation = PageSituations.Find(error);
        return new PageWords(texts, texts.Languages.Choose(context, flow), situation, error, product)
        {
            WaitKey = situation.CanRetry && error.RetryAfter is { } wait ? FindWait(wait.TotalSeconds) : null,
        };
    }

    private static string FindWait(double seconds) => Waits.First(row => seconds <= row.UpToSeconds).Key;
}
