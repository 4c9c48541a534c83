using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LinkErrors.Targets;

/// <summary>
/// Reads what an authorization request says, in the query or in a form. A repeated parameter makes the request ambiguous
/// (RFC 6749 §3.1), and an ambiguous request has no target.
/// </summary>
internal sealed class RequestLinkFlowSource(LinkFlowFactory factory) : ILinkFlowSource
{
    public async ValueTask<LinkFlow?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        IFormCollection? form = await RequestForm.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        return TryGet(context, form, "client_id", out string? clientId)
            && TryGet(context, form, "redirect_uri", out string? redirectUri)
            && TryGet(context, form, "state", out string? state)
            && TryGet(context, form, "response_mode", out string? responseMode)
            && TryGet(context, form, "response_type", out string? responseType)
            && TryGet(context, form, "ui_locales", out string? uiLocales)
                ? await factory.CreateAsync(
                    new LinkFlowRequest
                    {
                        ClientId = clientId,
                        RedirectUri = redirectUri,
                        State = DecodeState(context.Request.QueryString, state),
                        ResponseMode = responseMode,
                        ResponseType = responseType,
                        UiLocales = uiLocales,
                    },
                    cancellationToken).ConfigureAwait(false)
                : null;
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

    /// <summary>
    /// The state of the query, decoded once more from its bytes: the server leaves bytes that are no UTF-8 escaped, and what
    /// is escaped twice does not return as it came. Here they become U+FFFD, with which a flow has no target.
    /// </summary>
    private static string? DecodeState(QueryString query, string? state)
    {
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(query.Value))
        {
            if (state is not null && pair.DecodeName().Span is "state" && pair.EncodedValue.Length > 0)
            {
                byte[] encoded = Encoding.UTF8.GetBytes(pair.EncodedValue.ToString());
                return Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)!);
            }
        }

        return state;
    }
}
