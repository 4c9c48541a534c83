using LinkErrors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Links;

internal static class Migrated
{
    public static void AddServices(IServiceCollection services) =>
        services.AddLinkErrors(options => options.Map<DeviceMissingException>(_ => new LinkError(LinkErrorDefinitions.NotFound)));

    public static void Map(WebApplication app) =>
        app.MapGet("/link", (string device) => TypedResults.Ok(Devices.Link(device))).WithLinkErrors(LinkEndpointKind.Interactive);
}
