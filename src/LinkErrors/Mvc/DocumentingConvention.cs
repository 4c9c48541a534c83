using LinkErrors.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

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
        IFilterMetadata[] filters = [.. action.Controller.Filters, .. action.Filters];
        LinkErrorResponseMetadata[] responses = [.. documentation.Describe([.. action.Controller.Attributes, .. action.Attributes, .. filters])];
        foreach (LinkErrorResponseMetadata response in responses)
        {
            action.Filters.Add(response);
        }

        // An explorer infers the success of an action only while nothing else is documented.
        if (responses.Length > 0 && !filters.OfType<IApiResponseMetadataProvider>().Any(response => response.StatusCode is >= 200 and <= 299)
            && !responses.Any(response => response.StatusCode == StatusCodes.Status200OK))
        {
            action.Filters.Add(new ProducesResponseTypeAttribute(StatusCodes.Status200OK));
        }
    }
}
