using LinkErrors;

namespace LinkErrorsApi._1;

/// <summary>An error of this API: the definition says what callers get; the debug message is logged, and sent in Development only.</summary>
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
