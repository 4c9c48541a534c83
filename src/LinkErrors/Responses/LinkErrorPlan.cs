using LinkErrors.Dialects;
using LinkErrors.Flows;

namespace LinkErrors.Responses;

/// <summary>Everything that was decided about one answer; the writers only carry it out.</summary>
internal sealed record LinkErrorPlan
{
    public required LinkError Error { get; init; }

    public required LinkErrorDialect Dialect { get; init; }

    public required LinkErrorWriteContext WriteContext { get; init; }

    public required LinkErrorDelivery Delivery { get; init; }

    public required int StatusCode { get; init; }

    public RedirectTarget? Target { get; init; }

    public required int MaximumUrlLength { get; init; }

    /// <summary>Whether headers of the response that belong to its error status stay, in place of the dialect's own.</summary>
    public bool KeepsStatusHeaders { get; init; }
}
