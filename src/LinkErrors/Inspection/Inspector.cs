using System.Collections.Concurrent;
using LinkErrors.Diagnostics;
using LinkErrors.Flows;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Inspection;

/// <summary>
/// Keeps the last link errors, explained. It is told of them only when it is mapped; until then nobody asks it, and nothing is kept.
/// </summary>
internal sealed class Inspector(LinkErrorResponder responder, SearchReport report, TimeProvider time) : IAnswerObserver, ISearchObserver
{
    /// <summary>A search has a few; a source of the application's own may make flows in a loop.</summary>
    private const int MostNotes = 20;

    private static readonly AsyncLocal<ConcurrentQueue<SearchNote>?> Notes = new();

    public InspectedErrors Errors { get; } = new();

    /// <summary>Whether it is mapped, and how it was called.</summary>
    public bool IsObserving { get; private set; }

    /// <summary>Asks to be told from now on.</summary>
    public void Observe()
    {
        IsObserving = true;
        responder.Observer = this;
        report.Observer = this;
    }

    public void Begin() => Notes.Value = new ConcurrentQueue<SearchNote>();

    public void Note(SearchNote note)
    {
        if (Notes.Value is { Count: < MostNotes } notes)
        {
            notes.Enqueue(note);
        }
    }

    public void Answered(LinkErrorPlan plan)
    {
        SearchNote[] notes = Notes.Value?.ToArray() ?? [];
        Keep(plan.Occurrence.HttpContext, plan.Error, plan, $"{plan.StatusCode} as {plan.Delivery}", mask => (RedirectVerdict.Of(plan, notes, mask), AnswerExplanation.Of(plan, notes, mask)));
    }

    public void Handled(LinkErrorPlan plan) => Keep(
        plan.Occurrence.HttpContext, plan.Error, plan, "by an event handler",
        mask => ("Answered by your event handler: it set IsHandled, and nothing was written.", DescribeException(plan.Error, plan.Occurrence.Exception, plan.Occurrence.Settings.IncludeDebugDetails, mask)));

    public void Failed(HttpContext context, LinkError error, Exception? exception, Exception failure) => Keep(
        context, error, plan: null, "a plain 500",
        mask => ($"Answered with a plain 500: {failure.GetType().FullName} was in the way of the answer. The log has all of it.", DescribeException(error, exception, withText: false, mask)));

    private static IReadOnlyList<InspectionStep> DescribeException(LinkError error, Exception? exception, bool withText, SecretMask mask) =>
        [new("What went wrong", [.. AnswerExplanation.DescribeException(error, exception, withText, mask)])];

    /// <summary>The answer is out, and its explanation must not be what breaks it.</summary>
    private void Keep(HttpContext context, LinkError error, LinkErrorPlan? plan, string answer, Func<SecretMask, (string Verdict, IReadOnlyList<InspectionStep> Steps)> explain)
    {
        try
        {
            SecretMask mask = SecretMask.Of(context.Request, plan?.Flow.State);
            (string verdict, IReadOnlyList<InspectionStep> steps) = explain(mask);
            string request = mask.Request(context.Request);
            string reference = LogText.Escape(ShortReference.Of(AnswerReference.Of(error, context)));
            Errors.Add(number => new InspectedError(number, time.GetUtcNow(), request, error.Code, answer, reference, verdict, steps));
        }
        catch (Exception exception)
        {
            Errors.Add(number => new InspectedError(
                number, time.GetUtcNow(), "(not readable)", error.Code, answer, "", $"It cannot be explained: {exception.GetType().FullName} was in the way.", []));
        }
    }
}
