using System.Reflection;
using LinkErrors.Endpoints;
using LinkErrors.Handling;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors;

/// <summary>
/// A link error that is returned instead of thrown, from a minimal API or from a controller. The answer is the same to the
/// byte, and no exception is paid for. As a return type, alone or in <c>Results&lt;...&gt;</c>, it documents the error
/// responses of the endpoint.
/// </summary>
public sealed class LinkErrorResult : IResult, IActionResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    /// <summary>Creates a result.</summary>
    /// <param name="error">The error. One that was read from an upstream is answered as what it means for the link.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public LinkErrorResult(LinkError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = UpstreamErrors.Translate(error);
    }

    /// <summary>The error.</summary>
    public LinkError Error { get; }

    /// <summary>The status of the error. The dialect may send another one, and a redirect has its own.</summary>
    int? IStatusCodeHttpResult.StatusCode => Error.StatusCode;

    /// <summary>Whether it stands for a status that was on its way, with headers that belong to it.</summary>
    internal bool KeepsStatusHeaders { get; private init; }

    /// <summary>What the endpoint said itself; null for nothing.</summary>
    internal ReturnedMembers? Members { get; private init; }

    /// <summary>What was thrown, where the endpoint answers that itself; null for what was returned.</summary>
    private LinkErrorOccurrence? Thrown { get; init; }

    /// <summary>The answer to what an endpoint threw.</summary>
    internal static LinkErrorResult Of(LinkErrorOccurrence thrown) => new(thrown.Error) { Thrown = thrown };

    /// <summary>The answer to an error that was returned in another shape.</summary>
    internal static LinkErrorResult Of(ReturnedError returned) => new(returned.Error) { KeepsStatusHeaders = true, Members = returned.Members };

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">AddLinkErrors was not called.</exception>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        LinkErrorHandler handler = httpContext.RequestServices.GetService<LinkErrorHandler>()
            ?? throw new InvalidOperationException(
                "LinkErrorResult needs services that are not there. Call 'builder.Services.AddLinkErrors()' before 'builder.Build()'.");
        return Thrown is not null ? handler.AnswerAsync(Thrown) : handler.AnswerAsync(httpContext, Error, debugException: null, KeepsStatusHeaders, Members);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">AddLinkErrors was not called.</exception>
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ExecuteAsync(context.HttpContext);
    }

    /// <summary>Documents the error responses, until the metadata of the endpoint says it better.</summary>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => LinkErrorDocumentation.Apply(builder);
}
