namespace LinkErrors.Client;

/// <summary>Gives an error that was read another definition, and keeps everything else that the peer said.</summary>
internal static class CodeMapping
{
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
