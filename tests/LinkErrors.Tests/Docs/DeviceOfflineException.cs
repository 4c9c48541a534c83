using LinkErrors;

namespace Links;

public sealed class DeviceOfflineException(string device, string? debugMessage = null)
    : LinkException(Definition.CreateError(("device", device)), debugMessage), ILinkErrorException<DeviceOfflineException>
{
    public static LinkErrorDefinition Definition { get; } = new("device_offline")
    {
        Title = "Device offline",
        Message = "The device {device} is offline.",
        StatusCode = 409,
        IsTransient = true,
    };
}
