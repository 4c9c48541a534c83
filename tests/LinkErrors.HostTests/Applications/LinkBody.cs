using System.ComponentModel.DataAnnotations;

namespace LinkErrors.HostTests.Applications;

/// <summary>What is posted.</summary>
public sealed class LinkBody
{
    [Required]
    public string? Name { get; set; }
}
