using LinkErrors.Metadata;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Flows;

/// <summary>Reads what a request says of its flow, its form within the time that a search may take.</summary>
internal sealed class LinkRequestReader(LinkErrorsSettingsSource settings, TimeProvider time, SearchReport report)
{
    public SearchDeadline Begin(HttpContext context) => Begin(context.RequestAborted);

    /// <summary>Begins a search that ends with a token of the application's.</summary>
    public SearchDeadline Begin(CancellationToken cancellationToken) => new(settings.Current.FlowTimeout, time, cancellationToken);

    /// <summary>Reads a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="withForm">Whether its form counts; where not, its body stays untouched.</param>
    /// <returns>What the request says; null when its form cannot be read, which is one line in the log.</returns>
    public ValueTask<RequestParameters?> ReadAsync(HttpContext context, bool withForm) =>
        withForm ? ReadWithFormAsync(context) : ValueTask.FromResult<RequestParameters?>(new RequestParameters(context.Request.QueryString));

    private async ValueTask<RequestParameters?> ReadWithFormAsync(HttpContext context)
    {
        bool isFirst = context.Features.Find<RequestForm>() is null;
        RequestForm form = await RequestForm.ReadAsync(context, Begin(context)).ConfigureAwait(false);
        if (form.Unreadable is not { } reason)
        {
            return new RequestParameters(context.Request.QueryString, form);
        }

        if (isFirst)
        {
            report.RequestUnreadable(reason);
        }

        return null;
    }
}
