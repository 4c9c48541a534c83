using LinkErrors.Handling;
using LinkErrors.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Endpoints;

/// <summary>
/// Where the host has <c>AddProblemDetails</c>, the validation of minimal APIs returns nothing but writes its answer by the service
/// of the host, which asks its writers in their order. This one takes the failed validations of link endpoints.
/// </summary>
internal sealed class ValidationProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) =>
        context is { ProblemDetails: HttpValidationProblemDetails, Exception: null } && LinkEndpoint.Read(context.HttpContext).IsLinkEndpoint;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        HttpContext request = context.HttpContext;
        LinkError error = ResultMapper.Map(request.Response.StatusCode, context.ProblemDetails);
        return new ValueTask(request.RequestServices.GetRequiredService<LinkErrorHandler>().AnswerAsync(request, error, keepsStatusHeaders: true));
    }
}
