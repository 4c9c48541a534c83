using Microsoft.AspNetCore.Authentication;

namespace LinkErrors.Tests.Authentication;

/// <summary>The options of a handler that nobody in ASP.NET Core knows: no state format, and no events.</summary>
internal sealed class StubOptions : RemoteAuthenticationOptions;
