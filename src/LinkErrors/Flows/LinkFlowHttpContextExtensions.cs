using LinkErrors.Flows;
using LinkErrors.Metadata;

namespace Microsoft.AspNetCore.Http;

/// <summary>Tells LinkErrors which link flow a request belongs to.</summary>
public static class LinkFlowHttpContextExtensions
{
    /// <summary>Sets the flow of this request. It goes before every other source.</summary>
    /// <param name="context">The request.</param>
    /// <param name="flow">The flow, made by <see cref="LinkFlowFactory"/>; null to take an earlier one back.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static void SetLinkFlow(this HttpContext context, LinkFlow? flow)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Features.Set(flow);
    }

    /// <summary>The flow that was set on this request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The flow; null when none was set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static LinkFlow? GetLinkFlow(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Find<LinkFlow>();
    }
}
