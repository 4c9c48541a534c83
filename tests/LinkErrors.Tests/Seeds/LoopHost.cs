using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Seeds;

/// <summary>ErrorLab as Loop, with its documentation page and one client.</summary>
public sealed class LoopHost() : LabHost("Production", new Dictionary<string, string?>(StringComparer.Ordinal)
{
    ["LinkErrors:ErrorUriBase"] = "https://platform.loop.health/connect/errors",
    ["LinkErrors:Clients:loop-app:RedirectUris:0"] = "https://app.example/cb?tenant=7",
    ["LinkErrors:Clients:loop-app:Dialect"] = "loop",
});
