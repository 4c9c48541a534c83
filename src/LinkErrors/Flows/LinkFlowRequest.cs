using LinkErrors.Model;
using LinkErrors.Redirects;

namespace LinkErrors.Flows;

/// <summary>
/// What a client asked for when its flow began, as an authorization request has it. Nothing in it is validated;
/// <see cref="LinkFlowFactory"/> makes a <see cref="LinkFlow"/> of it.
/// </summary>
public sealed record LinkFlowRequest
{
    /// <summary><c>client_id</c>; null to find the client by its redirect URI.</summary>
    public string? ClientId { get; init; }

    /// <summary><c>redirect_uri</c>, letter for letter; null for the only one that the client registered.</summary>
    public string? RedirectUri { get; init; }

    /// <summary><c>state</c>, the client's opaque value.</summary>
    public string? State { get; init; }

    /// <summary><c>response_mode</c>; null for the default of the response type.</summary>
    public string? ResponseMode { get; init; }

    /// <summary><c>response_type</c>; null counts as <c>code</c>.</summary>
    public string? ResponseType { get; init; }

    /// <summary>
    /// Where this flow began, a path of this site such as <c>/link/start?provider=fitbit</c>: "Try again" of the error page leads
    /// there. No request says it, only the application; the path base (<c>UsePathBase</c>) of the request that fails is put in front of it.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a path of this site.</exception>
    public string? StartPath
    {
        get;
        init
        {
            if (value is not null && !LocalPath.IsValid(value))
            {
                throw new ArgumentException(
                    $"{nameof(StartPath)} is '{SingleLine.Escape(value)}', but the start of a flow is a path of this site, such as '/link/start', {LocalPath.Rule}", nameof(value));
            }

            field = value;
        }
    }

    /// <summary><c>ui_locales</c>: the languages of the user, the preferred first.</summary>
    public string? UiLocales { get; init; }
}
