using System.Diagnostics.CodeAnalysis;

namespace LinkErrors.Dialects;

/// <summary>
/// Reads what a peer sent where nobody said which dialect it speaks. Each dialect says itself how sure it is that a message is
/// its own; here is only the order in which they are asked, and what is ambiguous. <c>docs/client.md</c> lists it.
/// </summary>
public static class LinkErrorRecognition
{
    /// <summary>
    /// Who is certain goes first; among those who read alike the first here does: the most common format first, and last the one
    /// that is content with the least. Loop reads as OAuth does, so it is never recognised as itself.
    /// </summary>
    private static readonly LinkErrorDialectReader[] Order =
    [
        LinkErrorDialects.OAuth, LinkErrorDialects.ProblemDetails, LinkErrorDialects.Junction, LinkErrorDialects.OrcidLink, LinkErrorDialects.Zapier, LinkErrorDialects.CentralAuth,
        new UnknownDialect(),
    ];

    /// <summary>Reads the parameters of a callback: a query, a fragment or a form.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <param name="dialect">The dialect that the peer speaks; null to recognise it.</param>
    /// <param name="custom">Dialects of the application's own, tried in order before those of the library.</param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parameters"/> or <paramref name="catalog"/> is null.</exception>
    public static LinkErrorReading ReadParameters(
        LinkErrorParameters parameters, LinkErrorCatalog catalog, LinkErrorDialectReader? dialect = null, IEnumerable<LinkErrorDialectReader>? custom = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(catalog);
        return new Search(parameters, catalog).Run(dialect, custom);
    }

    /// <summary>Reads a response whose body, if any, is parsed.</summary>
    /// <param name="response">The response.</param>
    /// <param name="catalog">The catalog that knows the canonical codes.</param>
    /// <param name="dialect">The dialect that the peer speaks; null to recognise it.</param>
    /// <param name="custom">
    /// Dialects of the application's own, tried in order before those of the library. Where a challenge names an error (RFC 6750 §3),
    /// only those that are certain go first.
    /// </param>
    /// <returns>The error, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> or <paramref name="catalog"/> is null.</exception>
    public static LinkErrorReading ReadResponse(
        LinkErrorResponse response, LinkErrorCatalog catalog, LinkErrorDialectReader? dialect = null, IEnumerable<LinkErrorDialectReader>? custom = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(catalog);
        return new Search(response, catalog, isNamed: response.ErrorChallenge is not null).Run(dialect, custom);
    }

    /// <summary>One message and those who may read it.</summary>
    private sealed class Search(IPeerMessage message, LinkErrorCatalog catalog, bool isNamed = false)
    {
        private string? _ambiguity;

        public LinkErrorReading Run(LinkErrorDialectReader? dialect, IEnumerable<LinkErrorDialectReader>? custom)
        {
            LinkError? error = null;
            bool isRead = dialect is not null
                ? TryRead(dialect, out error)
                : FindFirst([.. custom ?? []], Order, out error);
            return _ambiguity is not null ? LinkErrorReading.None(LinkErrorUnreadable.Ambiguous, $"The {message.Part} {_ambiguity} is there more than once.")
                : isRead ? LinkErrorReading.Of(error!)
                : LinkErrorReading.None(
                    LinkErrorUnreadable.NoError,
                    dialect is null ? "It carries no error of a dialect that is known." : $"It carries no error of the dialect {dialect.Name}.");
        }

        /// <summary>Who is certain goes before who is not, whatever the order; what a challenge names, before a custom dialect that is not.</summary>
        private bool FindFirst(LinkErrorDialectReader[] custom, LinkErrorDialectReader[] library, out LinkError? error) =>
            isNamed
                ? FindFirst(custom, LinkErrorMatch.Certain, out error) || FindFirst(library, out error) || FindFirst(custom, LinkErrorMatch.Possible, out error)
                : FindFirst(custom, out error) || FindFirst(library, out error);

        private bool FindFirst(LinkErrorDialectReader[] readers, out LinkError? error) =>
            FindFirst(readers, LinkErrorMatch.Certain, out error) || FindFirst(readers, LinkErrorMatch.Possible, out error);

        private bool FindFirst(LinkErrorDialectReader[] readers, LinkErrorMatch level, out LinkError? error)
        {
            foreach (LinkErrorDialectReader reader in readers)
            {
                if (message.Recognize(reader, catalog) == level && TryRead(reader, out error))
                {
                    return true;
                }
            }

            error = null;
            return false;
        }

        /// <summary>RFC 6749 §3.1: what counts must be there once. Only what the dialect that found an error looked at counts.</summary>
        private bool TryRead(LinkErrorDialectReader reader, [NotNullWhen(true)] out LinkError? error)
        {
            message.ForgetAmbiguity();
            error = message.Read(reader, catalog);
            _ambiguity = error is null ? _ambiguity ?? message.Ambiguity : message.Ambiguity;
            error = error is null ? null : error with { Origin = message.Complete(error.Origin ?? new LinkErrorOrigin(reader.Name, wireCode: null, wireText: null)) };
            return error is not null;
        }
    }
}
