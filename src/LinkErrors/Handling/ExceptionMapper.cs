using LinkErrors.Errors;
using LinkErrors.Hosting;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Handling;

/// <summary>The one place where an exception becomes an error.</summary>
internal sealed class ExceptionMapper(LinkErrorsSettingsSource source)
{
    private static readonly LinkError Unexpected = new(LinkErrorDefinitions.ServerError);
    private static readonly LinkError BadRequest = new(LinkErrorDefinitions.InvalidRequest);

    /// <summary>The error; null when the exception is the host's business.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isLinkEndpoint">Whether the endpoint promised link errors, so that nothing else may leave it.</param>
    public LinkError? Map(Exception exception, bool isLinkEndpoint)
    {
        if (exception is LinkException link)
        {
            return link.Error.Origin is null ? link.Error : UpstreamErrors.Translate(link.Error);
        }

        LinkErrorsSettings settings = source.Current;
        if (settings.Mappings.TryFind(exception.GetType(), out Func<Exception, LinkError?>? map))
        {
            return map(exception);
        }

        if (!isLinkEndpoint && !settings.CatchAll)
        {
            return null;
        }

        return exception is BadHttpRequestException { StatusCode: >= 400 and <= 499 } bad
            ? BadRequest with { StatusCode = bad.StatusCode }
            : Unexpected;
    }
}
