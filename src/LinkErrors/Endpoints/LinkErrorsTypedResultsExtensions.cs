using LinkErrors;

namespace Microsoft.AspNetCore.Http;

/// <summary>Adds link errors to what <see cref="TypedResults"/> can make.</summary>
public static class LinkErrorsTypedResultsExtensions
{
    extension(TypedResults)
    {
        /// <summary>Answers with an error.</summary>
        /// <param name="error">The error.</param>
        /// <returns>A result for a minimal API or a controller.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
        public static LinkErrorResult LinkError(LinkError error) => new(error);

        /// <summary>Answers with the error of a definition.</summary>
        /// <param name="definition">The definition.</param>
        /// <param name="message">The public message; null for the definition's.</param>
        /// <returns>A result for a minimal API or a controller.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
        public static LinkErrorResult LinkError(LinkErrorDefinition definition, string? message = null) =>
            new(new LinkError(definition) { Message = message });
    }
}
