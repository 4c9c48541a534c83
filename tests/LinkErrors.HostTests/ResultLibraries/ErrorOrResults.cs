using ErrorOr;
using LinkErrors;
using Microsoft.AspNetCore.Http;

namespace Links;

public static class ErrorOrResults
{
    public static IResult ToLinkResult<T>(this ErrorOr<T> result, Func<T, IResult> onValue) =>
        result.Match(onValue, errors => TypedResults.LinkError(Find(errors[0])));

    private static LinkErrorDefinition Find(Error error) => LinkErrorCatalog.Default.TryFind(error.Code, out LinkErrorDefinition? definition)
        ? definition
        : error.Type switch
        {
            ErrorType.Validation => LinkErrorDefinitions.InvalidRequest,
            ErrorType.NotFound => LinkErrorDefinitions.NotFound,
            ErrorType.Conflict => LinkErrorDefinitions.Conflict,
            ErrorType.Unauthorized => LinkErrorDefinitions.InvalidToken,
            ErrorType.Forbidden => LinkErrorDefinitions.Forbidden,
            _ => LinkErrorDefinitions.ServerError,
        };
}
