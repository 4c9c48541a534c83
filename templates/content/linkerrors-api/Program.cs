using LinkErrors;
using LinkErrors.Exceptions;
using LinkErrorsApi._1;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddLinkErrors().AddError<DeviceOfflineException>();

WebApplication app = builder.Build();
app.UseLinkErrors();

RouteGroupBuilder devices = app.MapGroup("/devices").WithLinkErrors(LinkEndpointKind.Api, "DIALECT");
devices.MapGet("/", () => new[] { "lamp", "thermostat" });
devices.MapGet("/{device}", (string device) => device switch
{
    "lamp" => new { device, isOn = true },
    "thermostat" => throw new DeviceOfflineException(device, "no heartbeat for 17 minutes"),
    _ => throw new NotFoundException($"There is no device {device}."),
});

// Every error, with its causes and what to do, at /errors.
app.MapLinkErrorCatalog();
app.Run();
