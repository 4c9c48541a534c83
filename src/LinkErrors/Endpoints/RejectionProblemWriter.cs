using LinkErrors.Handling;
using LinkErrors.Metadata;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Endpoints;

/// <summary>
/// Where the host has <c>AddProblemDetails</c>, what is rejected ahead of an endpoint is answered by the service of the host, which
/// asks its writers in their order: by the validation of minimal APIs, and by endpoints that routing makes up, such as those of API
/// versions. This one takes what was meant for link endpoints.
/// </summary>
internal sealed class RejectionProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) =>
        context.Exception is null && !HostProblemDetails.IsOwn(context)
        && (context.ProblemDetails is HttpValidationProblemDetails || RejectedRequest.Find(context.HttpContext, context.HttpContext.FindEndpoint()) is not null)
        && LinkEndpoint.Read(context.HttpContext).IsLinkEndpoint
        && !HandledResponse.IsSet(context.HttpContext);

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        HttpContext request = context.HttpContext;
        (LinkError error, ReturnedMembers? members) = ReturnedError.Read(request, request.Response.StatusCode, context.ProblemDetails);
        return new ValueTask(request.RequestServices.GetRequiredService<LinkErrorHandler>().AnswerAsync(request, error, keepsStatusHeaders: true, members: members));
    }
}
