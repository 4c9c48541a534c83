namespace FrontEnd;

/// <summary>Where LinkService is.</summary>
internal sealed class ServiceAddress
{
    public required string Uri { get; set; }
}
