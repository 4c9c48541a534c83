using System.Text;

namespace LinkErrors.Tests.Docs;

/// <summary>Writes the part of docs/errors.md that is made from the catalog.</summary>
internal static class ErrorsPage
{
    /// <summary>Where the made part begins.</summary>
    public const string Heading = "## Every error\n";

    public static string Write(LinkErrorCatalog catalog)
    {
        StringBuilder page = new(Heading);
        page.Append("\nMade from the catalog. Each begins with its code and the status of an answer that is no redirect.\n");
        foreach (IGrouping<string, LinkErrorDefinition> family in catalog.GroupBy(definition => definition.Family, StringComparer.Ordinal))
        {
            page.Append("\n### ").Append(family.Key).Append('\n');
            foreach (LinkErrorDefinition definition in family)
            {
                Write(page, definition);
            }
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, LinkErrorDefinition definition)
    {
        page.Append("\n**`").Append(definition.Code).Append("`** ").Append(definition.Title).Append(", ").Append(definition.StatusCode)
            .Append(definition.MayRedirect ? "" : ", never redirected").Append(definition.IsTransient ? ", worth a retry" : "").Append("  \n")
            .Append(definition.Description).Append("  \nCauses: ").AppendJoin(' ', definition.Causes).Append("  \nWhat to do: ").Append(definition.Action).Append('\n');
    }
}
