namespace LinkErrors;

/// <summary>An exception of the application's own that names its error, so that one line adds it.</summary>
/// <typeparam name="TSelf">The exception itself.</typeparam>
/// <example>
/// <code>
/// public sealed class DeviceOfflineException(string device) : LinkException(Definition.CreateError(("device", device))), ILinkErrorException&lt;DeviceOfflineException&gt;
/// {
///     public static LinkErrorDefinition Definition { get; } = new("device_offline") { Message = "The device {device} is offline.", StatusCode = 409 };
/// }
///
/// builder.Services.AddLinkErrors().AddError&lt;DeviceOfflineException&gt;();
/// </code>
/// </example>
public interface ILinkErrorException<TSelf>
    where TSelf : LinkException, ILinkErrorException<TSelf>
{
    /// <summary>The catalog entry of the exception's error.</summary>
    static abstract LinkErrorDefinition Definition { get; }
}
