using System.Diagnostics.CodeAnalysis;
using LinkErrors.Exceptions;
using Microsoft.AspNetCore.SignalR;

namespace LinkErrors.HostTests.Hubs;

[SuppressMessage("Performance", "CA1822", Justification = "A method of a hub is an instance method.")]
public sealed class LinkHub : Hub
{
    public string Echo(string text) => text;

    public string Expired() => throw new LinkTokenExpiredException("the token of the test");

    public string Unforeseen() => throw new InvalidOperationException("Password=hunter2");
}
