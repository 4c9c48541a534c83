using FluentResults;

namespace Links;

/// <summary>A failure that carries its link error through the layers of an application.</summary>
public sealed class FluentLinkError(LinkErrors.LinkError error) : Error(error.Code)
{
    public LinkErrors.LinkError Value { get; } = error;
}
