using LinkErrors;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

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
    /// <param name="dialect">The name of the dialect that the peer speaks; null to recognise it.</param>
    /// <param name="cancellationToken">Ends the wait for the form.</param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">AddLinkErrors was not called, or there is no such dialect.</exception>
    public static async Task<LinkErrorReading> ReadLinkErrorAsync(this HttpRequest request, string? dialect = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        IServiceProvider services = request.HttpContext.RequestServices;
        LinkErrorDialectRegistry registry = services.GetService<LinkErrorDialectRegistry>()
            ?? throw new InvalidOperationException("ReadLinkErrorAsync needs services that are not there. Call 'builder.Services.AddLinkErrors()' before 'builder.Build()'.");
        LinkErrorDialect? chosen = dialect is null ? null : registry.Get(dialect);
        LinkErrorCatalog catalog = services.GetRequiredService<LinkErrorCatalog>();
        LinkErrorReading query = Read(LinkErrorParameters.Parse(request.QueryString.Value ?? ""));
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return query;
        }

        LinkRequestReader reader = services.GetRequiredService<LinkRequestReader>();
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted, cancellationToken);
        RequestForm form = await RequestForm.ReadAsync(request.HttpContext, reader.Begin(ended.Token)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (form.Unreadable is not null)
        {
            return LinkErrorReading.None(LinkErrorUnreadable.CutOff, "The form cannot be read.");
        }

        LinkErrorReading posted = Read(form.Text is { } text ? LinkErrorParameters.Parse(text) : Copy(form.Collection));
        return query.IsError && posted.IsError
            ? LinkErrorReading.None(LinkErrorUnreadable.Ambiguous, "There is an error in the query and another in the form.")
            : query.Unreadable == LinkErrorUnreadable.NoError ? posted : query;

        LinkErrorReading Read(LinkErrorParameters parameters) =>
            LinkErrorRecognition.ReadParameters(parameters, catalog, chosen, registry.All.Except(LinkErrorDialects.All));
    }

    /// <summary>What the application read before, every value an entry of its own. Names that differ in case are one there already.</summary>
    private static LinkErrorParameters Copy(IFormCollection? form)
    {
        LinkErrorParameters parameters = [];
        foreach ((string name, StringValues values) in (form ?? FormCollection.Empty).Where(field => field.Key.Length > 0))
        {
            foreach (string? value in values)
            {
                parameters.Add(name, value);
            }
        }

        return parameters;
    }
}
