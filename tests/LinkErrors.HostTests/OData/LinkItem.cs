using System.ComponentModel.DataAnnotations;

namespace LinkErrors.HostTests.OData;

/// <summary>An entity.</summary>
public sealed class LinkItem
{
    public int Id { get; set; }

    [Required]
    public string? Name { get; set; }
}
