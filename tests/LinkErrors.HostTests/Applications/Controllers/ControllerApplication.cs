using LinkErrors.HostTests.Matrix;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Applications;

/// <summary>Controllers for code: <c>[ApiController]</c> and attribute routes.</summary>
internal static class ControllerApplication
{
    public static HostApplication Create() => new("`[ApiController]`", (app, _) => app.MapControllers())
    {
        AddServices = builder => builder.Services.AddControllers().ConfigureApplicationPartManager(ControllerParts.Only<LinksApiController>),
        Missing = [HostRoutes.Rendered],

        // To endpoints for code the cookie scheme says 401 and no more.
        Otherwise = new Dictionary<string, string>(StringComparer.Ordinal) { ["nobody is signed in, a browser"] = "302 client `login_required`" },
    };
}
