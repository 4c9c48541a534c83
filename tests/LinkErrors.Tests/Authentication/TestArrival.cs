using System.Net;

namespace LinkErrors.Tests.Authentication;

/// <summary>Where a browser ended.</summary>
internal sealed record TestArrival(HttpStatusCode StatusCode, string? Location, string Body);
