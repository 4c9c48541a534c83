using Microsoft.AspNetCore.Http;

namespace LinkErrors.Handling;

/// <summary>The one place where a bare HTTP status becomes an error.</summary>
internal static class StatusMapper
{
    private const int HighestStatus = 599;

    /// <summary>The error of a status of 400 and above. A status that no definition has keeps its number.</summary>
    public static LinkError Map(int status) => LinkErrorDefinitions.OfStatus(status) switch
    {
        { } definition => new LinkError(definition) { StatusCode = status > HighestStatus ? definition.StatusCode : status },
        null => new LinkError(LinkErrorDefinitions.InvalidRequest) { StatusCode = status, Message = GetMessage(status) },
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
