using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace LinkErrors.HostTests.Applications;

/// <summary>The controllers of one application out of those of this assembly.</summary>
internal static class ControllerParts
{
    public static void Only<TController>(ApplicationPartManager parts)
    {
        foreach (ApplicationPart part in new ConsolidatedAssemblyApplicationPartFactory().GetApplicationParts(typeof(TController).Assembly))
        {
            parts.ApplicationParts.Add(part);
        }

        parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single());
        parts.FeatureProviders.Add(new OneController(typeof(TController)));
    }

    private sealed class OneController(Type controller) : ControllerFeatureProvider
    {
        protected override bool IsController(TypeInfo typeInfo) => typeInfo == controller;
    }
}
