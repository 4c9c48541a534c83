using Microsoft.AspNetCore.Http;

namespace LinkErrors.Settings;

/// <summary>Where the application shows the catalog, so that errors point there when no other page documents them.</summary>
internal sealed class CatalogAddress
{
    /// <summary>The path below the path base; null where the catalog is not mapped, or is not what errors point to.</summary>
    public string? Path { get; set; }

    /// <summary>The address on the host that was asked, which the client knows by it; null without one.</summary>
    public string? Find(HttpRequest request) =>
        Path is { } path && request.Host.HasValue
            ? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{path}"
            : null;
}
