using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Seeds;

/// <summary>ErrorLab as an application of CentralAuth's quick example, which goes back to its login page.</summary>
public sealed class LoginRetryHost() : LabHost("Production", new Dictionary<string, string?>(StringComparer.Ordinal)
{
    ["LinkErrors:LoginPath"] = "/api/auth/login",
});
