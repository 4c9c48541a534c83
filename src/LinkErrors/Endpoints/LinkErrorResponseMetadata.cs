using Microsoft.AspNetCore.Http.Metadata;

namespace LinkErrors.Endpoints;

/// <summary>One documented error response. A type of its own, so that what is known later replaces what was known earlier.</summary>
internal sealed record LinkErrorResponseMetadata(int StatusCode, Type? Type, string[] Types, string Description) : IProducesResponseTypeMetadata
{
    IEnumerable<string> IProducesResponseTypeMetadata.ContentTypes => Types;
}
