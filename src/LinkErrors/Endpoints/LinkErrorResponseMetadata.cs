using Microsoft.AspNetCore.Mvc;

namespace LinkErrors.Endpoints;

/// <summary>
/// One documented error response, in the form that API explorers read the description of, for minimal APIs and controllers
/// alike. A type of its own, so that what is known later replaces what was known earlier.
/// </summary>
internal sealed class LinkErrorResponseMetadata : ProducesResponseTypeAttribute
{
    public LinkErrorResponseMetadata(int status, Type type, string contentType, string description)
        : base(type, status, contentType)
    {
        Description = description;
    }

    private LinkErrorResponseMetadata(int status)
        : base(status)
    {
    }

    /// <summary>A response without a body.</summary>
    public static LinkErrorResponseMetadata WithoutBody(int status, string description) => new(status) { Description = description };
}
