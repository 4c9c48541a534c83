using LinkErrors.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Targets;

/// <summary>
/// Reads <c>client_id</c>, <c>redirect_uri</c> and <c>state</c> as an authorization request has them, in the query or in a
/// form, and lets the client store judge them. A repeated parameter makes the request ambiguous (RFC 6749 §3.1): it
/// yields no target.
/// </summary>
internal sealed class RequestLinkFlowSource(ILinkClientStore store, ILogger<RequestLinkFlowSource> logger) : ILinkFlowSource
{
    public async ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        IFormCollection? form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false)
            : null;
        if (!TryGet(context, form, "client_id", out string? clientId)
            || !TryGet(context, form, "redirect_uri", out string? redirectUri)
            || !TryGet(context, form, "state", out string? state)
            || (clientId ?? redirectUri) is null)
        {
            return null;
        }

        LinkClient? client = clientId is not null
            ? await store.FindByIdAsync(clientId, cancellationToken).ConfigureAwait(false)
            : await store.FindByRedirectUriAsync(redirectUri!, cancellationToken).ConfigureAwait(false);
        if (client is null)
        {
            LinkErrorsLog.ClientUnknown(logger, LogText.Escape(clientId), LogText.Escape(redirectUri));
            return null;
        }

        RedirectUriValidation validation = client.Validate(redirectUri);
        if (validation.Refusal is { } refusal)
        {
            LinkErrorsLog.RedirectUriRefused(logger, LogText.Escape(redirectUri), client.ClientId, refusal);
        }

        return new LinkFlow { ClientId = client.ClientId, Target = validation.Target, State = state, Dialect = client.Dialect };
    }

    /// <summary>False when the parameter is repeated. A parameter without a value counts as absent (RFC 6749 §3.1).</summary>
    private static bool TryGet(HttpContext context, IFormCollection? form, string name, out string? value)
    {
        StringValues values = context.Request.Query[name];
        if (form is not null && form.TryGetValue(name, out StringValues posted))
        {
            values = StringValues.Concat(values, posted);
        }

        value = values.Count == 1 && values[0] is { Length: > 0 } only ? only : null;
        return values.Count <= 1;
    }
}
