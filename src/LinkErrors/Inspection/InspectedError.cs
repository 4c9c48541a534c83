namespace LinkErrors.Inspection;

/// <summary>One link error and how it was answered, in words. It holds nothing of the request itself.</summary>
/// <param name="Number">Its place among all of this process, from 1.</param>
/// <param name="Time">When the answer was out.</param>
/// <param name="Request">Method, path and what counts of the query.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="Answer">The status and the delivery.</param>
/// <param name="Reference">What a person reads out, and finds in the log.</param>
/// <param name="Verdict">In one sentence, whether it went to the client, and if not, why.</param>
/// <param name="Steps">How it came to that.</param>
internal sealed record InspectedError(
    long Number, DateTimeOffset Time, string Request, string Code, string Answer, string Reference, string Verdict, IReadOnlyList<InspectionStep> Steps);
