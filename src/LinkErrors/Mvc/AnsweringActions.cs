using LinkErrors.Endpoints;
using LinkErrors.Metadata;
using LinkErrors.Settings;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace LinkErrors.Mvc;

/// <summary>Puts the action filter on the actions whose attributes or whose settings say that they answer what they throw themselves.</summary>
internal sealed class AnsweringActions(LinkErrorsSettingsSource settings) : IActionDescriptorProvider
{
    /// <summary>After MVC's own, which makes the actions.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context)
    {
        bool byDefault = settings.Current.AnswerAtEndpoint;
        foreach (ControllerActionDescriptor action in context.Results.OfType<ControllerActionDescriptor>())
        {
            // What the settings say holds for link endpoints, and a convention may make one of any action.
            bool? said = LinkEndpoint.Combine(request: null, [.. action.EndpointMetadata.OfType<ILinkErrorsMetadata>()]).AnswerAtEndpoint;
            if (said ?? byDefault)
            {
                LinkErrorActionFilter.Attach(action);
            }
        }
    }
}
