namespace LinkErrors.Authentication;

/// <summary>A scheme that is there for linking, so that all of its failures are answered.</summary>
internal sealed record RemoteLoginName(string Scheme);
