namespace LinkErrors.Tests.Redirects;

/// <summary>One row of the decision table.</summary>
/// <param name="Registered">What the client registered.</param>
/// <param name="Requested">What the request names.</param>
/// <param name="Rule">The rule that refuses it; null when it is allowed.</param>
/// <param name="AllowLoopbackPorts">Whether the client opted in to any loopback port.</param>
/// <param name="AllowLocalhostPorts">Whether the client opted in to any port of <c>localhost</c>.</param>
public sealed record RedirectUriRow(string Registered, string Requested, string? Rule, bool AllowLoopbackPorts = false, bool AllowLocalhostPorts = false)
{
    public override string ToString() => $"{Requested} against {Registered}: {Rule ?? "allowed"}";
}
