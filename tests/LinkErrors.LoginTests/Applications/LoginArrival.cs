using System.Net;

namespace LinkErrors.LoginTests.Applications;

/// <summary>Where a browser ended: a page of this machine, or the address of another place.</summary>
internal sealed record LoginArrival(HttpStatusCode Status, string? Location, string? ContentType, string Body);
