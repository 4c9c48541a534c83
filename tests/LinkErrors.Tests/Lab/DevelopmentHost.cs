using LinkErrors.Tests.Hosts;

namespace LinkErrors.Tests.Lab;

/// <summary>ErrorLab where developers look at it.</summary>
public sealed class DevelopmentHost() : LabHost("Development", new Dictionary<string, string?>(StringComparer.Ordinal));
