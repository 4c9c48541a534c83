using LinkErrors.Exceptions;

namespace Links;

/// <summary>The application itself, which migration leaves alone.</summary>
internal static class Devices
{
    public static string Link(string device) => device switch
    {
        "scale" => "linked",
        "old" => throw new LinkTokenExpiredException(),
        _ => throw new DeviceMissingException(device),
    };
}
