using Microsoft.AspNetCore.Http;

namespace LinkErrors.Handling;

/// <summary>The one place where a bare HTTP status becomes an error.</summary>
internal static class StatusMapper
{
    private const int HighestStatus = 599;

    /// <summary>A request that the application itself has stopped because it took too long.</summary>
    public static LinkError RequestTimedOut { get; } = new(LinkErrorDefinitions.ServerError) { StatusCode = StatusCodes.Status504GatewayTimeout };

    /// <summary>The error of a status of 400 and above. A status that no definition has keeps its number.</summary>
    public static LinkError Map(int status) => GetDefinition(status) switch
    {
        { } definition => new LinkError(definition) { StatusCode = status > HighestStatus ? definition.StatusCode : status },
        null => new LinkError(LinkErrorDefinitions.InvalidRequest) { StatusCode = status, Message = GetMessage(status) },
    };

    /// <summary>
    /// A server says 502 and 504 as a gateway, of one that it asked (RFC 9110 §15.6.3, §15.6.5). A reverse proxy says no more than
    /// that of a destination that is not there.
    /// </summary>
    private static LinkErrorDefinition? GetDefinition(int status) => status switch
    {
        StatusCodes.Status502BadGateway or StatusCodes.Status504GatewayTimeout => LinkErrorDefinitions.ProviderApiError,
        _ => LinkErrorDefinitions.OfStatus(status),
    };

    /// <summary>What went wrong, where the definition's text would say less; null otherwise.</summary>
    private static string? GetMessage(int status) => status switch
    {
        StatusCodes.Status405MethodNotAllowed => "The method of the request is not allowed here.",
        StatusCodes.Status406NotAcceptable => "There is no answer in a media type that the client accepts.",
        StatusCodes.Status408RequestTimeout => "The request took too long to arrive.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status415UnsupportedMediaType => "The media type of the request is not supported.",
        _ => null,
    };
}
