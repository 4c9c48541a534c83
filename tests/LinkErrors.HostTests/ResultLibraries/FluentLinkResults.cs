using FluentResults;
using LinkErrors;
using Microsoft.AspNetCore.Http;

namespace Links;

public static class FluentLinkResults
{
    public static IResult ToLinkResult<T>(this Result<T> result, Func<T, IResult> onValue) =>
        result.IsSuccess
            ? onValue(result.Value)
            : TypedResults.LinkError(result.Errors.OfType<FluentLinkError>().FirstOrDefault()?.Value ?? new LinkErrors.LinkError(LinkErrorDefinitions.ServerError));
}
