using LinkErrors.HostTests.Components;
using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Applications;

/// <summary>Blazor, rendered on the server without interactivity.</summary>
internal static class BlazorApplication
{
    public static HostApplication Create() => new("Blazor, static", Map)
    {
        AddServices = builder => builder.Services.AddRazorComponents(),
        Missing = [HostRoutes.Body, HostRoutes.Status],

        // Without its antiforgery token a form is not read, so nothing of what it came with is trusted.
        Otherwise = new Dictionary<string, string>(StringComparer.Ordinal) { ["a link exception on POST, with a target"] = "400 page" },
    };

    private static void Map(WebApplication app, bool withLibrary)
    {
        app.UseAntiforgery();
        app.MapRazorComponents<HostApp>();
    }
}
