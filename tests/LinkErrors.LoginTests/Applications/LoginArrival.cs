using System.Net;

namespace LinkErrors.LoginTests.Applications;

/// <summary>Where a browser ended: a page of this machine, or the address of another place, and the names of the cookies that it has then.</summary>
internal sealed record LoginArrival(HttpStatusCode Status, string? Location, string? ContentType, string Body, IReadOnlyList<string> Cookies);
