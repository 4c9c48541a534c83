using LinkErrors.Flows;
using LinkErrors.Redirects;
using LinkErrors.Responses;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Inspection;

/// <summary>In one sentence, whether an error went to its client, and if not, the one thing to change first.</summary>
internal static class RedirectVerdict
{
    public static string Of(LinkErrorPlan plan, IReadOnlyCollection<SearchNote> notes, SecretMask mask)
    {
        if (plan.Delivery is LinkErrorDelivery.Json or LinkErrorDelivery.Html)
        {
            return "Not redirected: " + Explain(plan, notes, mask);
        }

        if (plan.IsAhead)
        {
            return "Not redirected: Sec-Purpose says that the browser asks ahead of a click, and nothing may reach a client for a click that may never come.";
        }

        string target = mask.Uri(plan.Target!.Uri);
        return plan.Target.Kind == RedirectTargetKind.Client
            ? $"Sent to client '{mask.Text(plan.Flow.ClientId)}' at {target}."
            : $"Redirected to {target}, which is {(plan.Target.Kind == RedirectTargetKind.LoginRetry ? "LoginPath" : "FallbackRedirectUri")} and not the client: {Explain(plan, notes, mask)}";
    }

    /// <summary>The same order in which the planner decides.</summary>
    private static string Explain(LinkErrorPlan plan, IReadOnlyCollection<SearchNote> notes, SecretMask mask)
    {
        LinkErrorOccurrence occurrence = plan.Occurrence;
        HttpRequest request = occurrence.HttpContext.Request;
        if (occurrence.Endpoint.Kind == LinkEndpointKind.Api)
        {
            return "the endpoint is marked Api, whose callers get JSON whatever target there is. Mark it Interactive if browsers are sent there.";
        }

        if (plan.Flow.Target is null)
        {
            return ExplainSearch(request, occurrence, plan.Flow, notes, mask);
        }

        if (!plan.Error.Definition.MayRedirect)
        {
            return $"{plan.Error.Code} is never redirected, since it puts the client or its redirect URI in doubt (RFC 6749 section 4.1.2.1).";
        }

        if (occurrence.Settings.RedirectOnly is { } only && !only.Contains(plan.Error.Code))
        {
            return $"RedirectOnly names the codes that may be redirected, and {plan.Error.Code} is not among them.";
        }

        return $"{CallerWords.Describe(request, mask)}, and a script cannot follow a redirect to another origin. Mark the endpoint Interactive if it is for browsers only.";
    }

    /// <summary>The first thing that came between a request and its target is the one to look at.</summary>
    private static string ExplainSearch(HttpRequest request, LinkErrorOccurrence occurrence, LinkFlow flow, IReadOnlyCollection<SearchNote> notes, SecretMask mask) =>
        notes.FirstOrDefault(note => note.Reason != SearchReason.Answered) is { } note ? SearchWords.Describe(note, mask)
        : !LinkErrorPlanner.UsesFlow(occurrence) ? "the endpoint names its dialect, and this caller gets JSON in any case, so nobody was asked who is linking."
        : SearchWords.DescribeSilence(request, flow, notes, mask);
}
