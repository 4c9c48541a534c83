using LinkErrors;

namespace Microsoft.AspNetCore.Http;

/// <summary>Adds link errors to what <see cref="Results"/> can make.</summary>
public static class LinkErrorsResultsExtensions
{
    extension(Results)
    {
        /// <summary>Answers with an error.</summary>
        /// <param name="error">The error.</param>
        /// <returns>A result for a minimal API.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
        public static IResult LinkError(LinkError error) => TypedResults.LinkError(error);

        /// <summary>Answers with the error of a definition.</summary>
        /// <param name="definition">The definition.</param>
        /// <param name="message">The public message; null for the definition's.</param>
        /// <returns>A result for a minimal API.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
        public static IResult LinkError(LinkErrorDefinition definition, string? message = null) => TypedResults.LinkError(definition, message);
    }
}
