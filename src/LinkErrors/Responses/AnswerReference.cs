using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>By what an answer is found again: the reference that its error has, or else the trace of the request.</summary>
internal static class AnswerReference
{
    public static string Of(LinkError error, HttpContext context) =>
        error.ReferenceId ?? Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
