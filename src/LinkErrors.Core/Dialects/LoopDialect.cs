namespace LinkErrors.Dialects;

/// <summary>
/// Loop: the token error response of RFC 6749 §5.2 everywhere, with codes of its own for service calls, statuses of its
/// own, and a challenge that always says what is missing.
/// </summary>
internal sealed class LoopDialect : OAuthDialect
{
    public override string Name => LinkErrorDialectNames.Loop;

    public override string GetWireCode(LinkErrorDefinition definition) => definition.Code switch
    {
        LinkErrorCodes.Forbidden or LinkErrorCodes.NotFound or LinkErrorCodes.Conflict
            or LinkErrorCodes.UnprocessableEntity or LinkErrorCodes.RateLimited => definition.Code,
        _ when base.GetWireCode(definition) is var code && code == definition.Code => code,
        _ when definition.StatusCode is 404 or 409 or 422 or 429 => LinkErrorDefinitions.OfStatus(definition.StatusCode)!.Code,
        _ => definition.OAuthCode,
    };

    public override int GetStatusCode(LinkError error, LinkErrorWriteContext context) => GetWireCode(error.Definition) switch
    {
        LinkErrorCodes.InsufficientScope => 401,
        LinkErrorCodes.AccessDenied => 400,
        LinkErrorCodes.ServerError => 500,
        _ => base.GetStatusCode(error, context),
    };

    protected override bool MayNameError(LinkError error, LinkErrorWriteContext context) => true;
}
