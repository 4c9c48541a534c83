using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Http;

/// <summary>Reads, on a callback page, the error that a peer sent the browser back with.</summary>
public static class LinkErrorsHttpRequestExtensions
{
    /// <summary>
    /// Reads the error of a callback, from the query or, for response_mode form_post, from the form. Never throws on what
    /// the peer sent. A form counts as <c>application/x-www-form-urlencoded</c>, whole within <c>FlowTimeout</c> and at most
    /// 131,072 bytes; it can still be read afterwards. Throwing <c>reading.Error.ToException()</c> answers with what the error means for this service.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="name">
    /// The name of a reader that <c>AddLinkErrorReader</c> has added, or else of the dialect that the peer speaks; null for the reader without a name.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the form.</param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">AddLinkErrors was not called, or there is no such reader and no such dialect.</exception>
    /// <exception cref="OptionsValidationException">The reader's options have a value with which nothing can be read.</exception>
    public static async Task<LinkErrorReading> ReadLinkErrorAsync(this HttpRequest request, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        IServiceProvider services = request.HttpContext.RequestServices;
        LinkErrorReaders readers = services.GetService<LinkErrorReaders>()
            ?? throw new InvalidOperationException("ReadLinkErrorAsync needs services that are not there. Call 'builder.Services.AddLinkErrors()' before 'builder.Build()'.");
        LinkErrorReader reader = readers.Get(name);
        string query = request.QueryString.Value ?? "";
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return reader.ReadParameters(query);
        }

        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted, cancellationToken);
        RequestForm form = await RequestForm.ReadAsync(request.HttpContext, services.GetRequiredService<LinkRequestReader>().Begin(ended.Token)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return form.Unreadable is not null
            ? LinkErrorReading.None(LinkErrorUnreadable.CutOff, "The form cannot be read.")
            : reader.ReadParameters(query, form.Text ?? QueryString.Create(form.Collection ?? FormCollection.Empty).Value ?? "");
    }
}
