using LinkErrors.Dialects;

namespace LinkErrors.Client.Tests.Docs;

public static class AcmeHealth
{
    public static JsonLinkErrorDialect Dialect { get; } = new("acme-health")
    {
        Code = ["errors.0.code", "error"],
        SubCode = ["errors.0.field"],
        Text = ["message"],
        Reference = ["header:X-Request-Id"],
        RetryAfter = ["wait_seconds"],
        IsError = static response => response.FindText("status") is not (null or "0"),
        StatusCodes = { [400] = LinkErrorCodes.InvalidRequest },
        Codes =
        {
            ["invalid", "code"] = LinkErrorCodes.InvalidGrant,
            ["invalid"] = LinkErrorCodes.InvalidRequest,
            ["190"] = LinkErrorCodes.InvalidToken,
        },
    };
}
