using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OData.Results;

namespace Links;

/// <summary>The recipe of docs/other-frameworks.md: hands the text of an OData error on.</summary>
public sealed class ODataErrorFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IODataErrorResult { Error.Message: { } message } and IStatusCodeActionResult { StatusCode: { } status })
        {
            context.Result = new ObjectResult(message) { StatusCode = status };
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
