using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Applications;

/// <summary>Razor Pages with handlers and page models. A page has no list of methods, and takes any media type.</summary>
internal static class RazorPagesApplication
{
    public static HostApplication Create() => new("Razor Pages", (app, _) => app.MapRazorPages())
    {
        AddServices = builder => builder.Services.AddRazorPages().ConfigureApplicationPartManager(ControllerParts.Only<LinkController>),
        Otherwise = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["the method is wrong (405), code"] = "200 ok",
            ["the media type is wrong (415), code"] = "400 JSON `invalid_request` body",
        },
    };
}
