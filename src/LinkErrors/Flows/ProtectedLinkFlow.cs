namespace LinkErrors.Flows;

/// <summary>What a protected state holds.</summary>
/// <param name="Request">What the client asked for; validated anew when it comes back, because clients change.</param>
/// <param name="Expires">Until when it is good, in seconds since 1970.</param>
internal sealed record ProtectedLinkFlow(LinkFlowRequest Request, long Expires);
