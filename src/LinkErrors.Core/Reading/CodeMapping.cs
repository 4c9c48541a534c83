namespace LinkErrors.Reading;

/// <summary>Gives an error that was read another definition, and keeps everything else that the peer said.</summary>
internal static class CodeMapping
{
    /// <summary>The canonical code that the peer's own stands for; of a problem also its type (RFC 9457 §3.1.1). Null for none.</summary>
    public static string? Find(IDictionary<string, string> codes, LinkErrorOrigin? origin) =>
        origin?.WireCode is { } wireCode && codes.TryGetValue(wireCode, out string? code) ? code
        : origin?.WireUri is { } type && codes.TryGetValue(type, out code) ? code
        : null;

    public static LinkError Apply(LinkError error, LinkErrorDefinition definition, int? responseStatus)
    {
        LinkError mapped = new(definition)
        {
            Title = error.Title == error.Definition.Title ? null : error.Title,
            Message = error.HasExplicitMessage ? error.Message : error.Origin?.WireText,
            State = error.State,
            Data = error.Data,
            Scopes = error.Scopes,
            RetryAfter = error.RetryAfter,
            HelpUri = error.HelpUri,
            ReferenceId = error.ReferenceId,
            Origin = error.Origin,
        };
        return responseStatus is >= 400 and <= 599 ? mapped with { StatusCode = error.StatusCode } : mapped;
    }
}
