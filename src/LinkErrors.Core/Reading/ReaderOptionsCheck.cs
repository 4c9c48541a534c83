using LinkErrors.Dialects;
using LinkErrors.Model;

namespace LinkErrors.Reading;

/// <summary>Whether a reader can work with its options. What is wrong with them would otherwise show when a peer errs.</summary>
internal static class ReaderOptionsCheck
{
    /// <summary>What is wrong, each with the option, its value, the rule and the way out.</summary>
    public static IEnumerable<string> FindMistakes(LinkErrorReaderOptions options)
    {
        foreach ((string key, string code) in options.Codes)
        {
            if (key.Length == 0)
            {
                yield return "Codes[\"\"] has an empty key: a key is the peer's own code or the type of a problem, letter for letter. Name it, or remove the row.";
            }

            if (options.Catalog is not null && (code is null || !options.Catalog.TryFind(code, out _)))
            {
                yield return $"Codes[\"{key}\"] is {(code is null ? "null" : $"'{code}'")}, which is no code of the catalog.{Suggestion.Ask(code, options.Catalog.Select(definition => definition.Code))} Name a constant of LinkErrorCodes, "
                    + "or set Catalog to the catalog that has your own definition.";
            }
        }

        for (int index = 0; index < options.CustomDialects.Count; index++)
        {
            if (options.CustomDialects[index] is null)
            {
                yield return $"CustomDialects[{index}] is null, and every entry is a dialect. Remove it, or add the dialect that you meant.";
            }
        }

        if (options.Catalog is null)
        {
            yield return "Catalog is null, and without definitions nothing can be read. Leave it LinkErrorCatalog.Default, or add to that.";
        }

        if (options.TimeProvider is null)
        {
            yield return "TimeProvider is null, and a Retry-After date needs a clock. Leave it TimeProvider.System, or give another.";
        }

        if (options is { RequireIssuer: true, ExpectedIssuer: null })
        {
            yield return "RequireIssuer is true, and ExpectedIssuer is null: any issuer would do. Set ExpectedIssuer to the issuer of the server's metadata, "
                + "or RequireIssuer to false.";
        }
    }
}
