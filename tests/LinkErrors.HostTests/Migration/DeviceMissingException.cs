namespace Links;

/// <summary>An exception that the application had before, and keeps.</summary>
public sealed class DeviceMissingException(string device) : Exception($"No device {device} in table devices.")
{
    public string Device { get; } = device;
}
