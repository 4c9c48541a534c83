using LinkErrors.Endpoints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace LinkErrors.Mvc;

/// <summary>Documents the link errors of actions that an attribute marks, where API explorers of controllers look.</summary>
internal sealed class DocumentingConvention(LinkErrorDocumentation documentation) : IApplicationModelConvention
{
    public void Apply(ApplicationModel application)
    {
        foreach (ActionModel action in application.Controllers.SelectMany(controller => controller.Actions))
        {
            Apply(action);
        }
    }

    private void Apply(ActionModel action)
    {
        object[] attributes = [.. action.Controller.Attributes, .. action.Attributes];
        foreach (SelectorModel selector in action.Selectors)
        {
            foreach (LinkErrorResponseMetadata response in documentation.Describe(attributes))
            {
                selector.EndpointMetadata.Add(response);
            }
        }
    }
}
