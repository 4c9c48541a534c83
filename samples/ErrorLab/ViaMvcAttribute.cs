using Microsoft.AspNetCore.Mvc.ActionConstraints;

namespace ErrorLab;

/// <summary>Chooses the controller in place of the minimal API on the same route when the query says so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ViaMvcAttribute : Attribute, IActionConstraint
{
    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public bool Accept(ActionConstraintContext context) =>
        context.RouteContext.HttpContext.Request.Query["via"].ToString() is LabRequest.Mvc or LabRequest.MvcResult;
}
