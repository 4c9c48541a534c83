using LinkErrors.Diagnostics;
using LinkErrors.Dialects;
using LinkErrors.Flows;

namespace LinkErrors.Responses;

/// <summary>Everything that was decided about one answer; the writers only carry it out.</summary>
internal sealed record LinkErrorPlan
{
    public required LinkErrorOccurrence Occurrence { get; init; }

    /// <summary>The error as it is sent, with its state, reference and help.</summary>
    public required LinkError Error { get; init; }

    public required LinkErrorDialect Dialect { get; init; }

    public required LinkErrorWriteContext WriteContext { get; init; }

    public required LinkErrorDelivery Delivery { get; init; }

    /// <summary>
    /// Whether the browser asks ahead of a click that may never come, and so learns nothing: not even by a success without content,
    /// which it would keep for the click.
    /// </summary>
    public required bool IsAhead { get; init; }

    public required int StatusCode { get; init; }

    /// <summary>What a person reads out, and finds in the log beside the error's own reference.</summary>
    public string? Reference => Error.ReferenceId is { } id ? ShortReference.Of(id) : null;

    public required LinkFlow Flow { get; init; }

    public RedirectTarget? Target { get; init; }
}
