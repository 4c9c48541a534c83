using LinkErrors;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using Microsoft.Extensions.Options;

namespace ErrorLab;

/// <summary>Answers "would this target be accepted, and if not, why?".</summary>
internal static class CheckEndpoint
{
    public static CheckAnswer Check(CheckRequest request, IOptionsMonitor<LinkErrorsOptions> options)
    {
        RegisteredUri[] registered =
        [
            .. (request.Registered ?? []).Select(uri => RedirectUriValidator.Check(uri) is { } refusal
                ? new RegisteredUri(uri, Valid: false, refusal.ToString())
                : new RegisteredUri(uri, Valid: true, Reason: null)),
        ];
        LinkClient client = new(
            "check",
            registered.Where(uri => uri.Valid).Select(uri => uri.Uri),
            allowLoopbackPorts: request.AllowLoopbackPorts,
            allowLocalhostPorts: request.AllowLocalhostPorts);
        RedirectUriValidation validation = client.Validate(request.Requested);
        return new CheckAnswer(
            registered,
            Allowed: validation.IsAllowed,
            Reason: validation.Refusal?.ToString(),
            Location: validation.Target is { } target
                ? RedirectLocation.Create(target, new LinkError(LinkErrorDefinitions.ServerError), LinkErrorDialects.OAuth, options.CurrentValue)
                : null);
    }

    internal sealed record CheckRequest(string[]? Registered, bool AllowLoopbackPorts, bool AllowLocalhostPorts, string? Requested);

    internal sealed record CheckAnswer(RegisteredUri[] Registered, bool Allowed, string? Reason, string? Location);

    internal sealed record RegisteredUri(string Uri, bool Valid, string? Reason);
}
