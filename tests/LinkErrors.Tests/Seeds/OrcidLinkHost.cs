using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Seeds;

/// <summary>ErrorLab as the ORCID Link service: whatever fails goes to the UI endpoint <c>#orcidlink/error</c>.</summary>
public sealed class OrcidLinkHost() : LabHost("Production", new Dictionary<string, string?>(StringComparer.Ordinal)
{
    ["LinkErrors:FallbackRedirectUri"] = "https://ci.kbase.us#orcidlink/error",
});
