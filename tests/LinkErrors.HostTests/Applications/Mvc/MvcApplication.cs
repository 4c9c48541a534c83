using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Applications;

/// <summary>Controllers with views, in an area, by conventional routes.</summary>
internal static class MvcApplication
{
    public static HostApplication Create() => new("MVC, area and views", Map)
    {
        AddServices = builder => builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(ControllerParts.Only<LinkController>),
    };

    private static void Map(WebApplication app, bool withLibrary) =>
        app.MapAreaControllerRoute("links", "Links", "links/{action}", new { controller = "Link" });
}
