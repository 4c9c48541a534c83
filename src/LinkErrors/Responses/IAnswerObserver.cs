using Microsoft.AspNetCore.Http;

namespace LinkErrors.Responses;

/// <summary>Is told of each answer when it is out. It must not fail.</summary>
internal interface IAnswerObserver
{
    /// <summary>The search for an answer begins; what it is told until the end of this call belongs to that answer.</summary>
    void Begin();

    /// <summary>It was answered as planned.</summary>
    void Answered(LinkErrorPlan plan);

    /// <summary>An event handler of the application has answered itself.</summary>
    void Handled(LinkErrorPlan plan);

    /// <summary>It could not be answered as it should be, and a plain answer was sent.</summary>
    void Failed(HttpContext context, LinkError error, Exception? exception, Exception failure);
}
