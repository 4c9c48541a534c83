using System.Text;
using System.Xml.Linq;
using LinkErrors.Pages;

namespace LinkErrors.Tests.Docs;

/// <summary>Writes the part of docs/pages.md that is made from the texts of the pages: the keys that an application can give words of its own.</summary>
internal static class PageKeys
{
    /// <summary>Where the made part begins. It is the last of the page.</summary>
    public const string Heading = "## Every key\n";

    public static string Write()
    {
        Dictionary<string, string> texts = XDocument.Load(Path.Combine(Checkout.Root, "src/LinkErrors/Pages/PageTexts.resx")).Root!
            .Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);
        StringBuilder page = new(Heading);
        page.Append("\nMade from the library's texts. A situation has `.Title`, `.Message` and `.Action`.\n\n| situation | its English title | codes |\n|---|---|---|\n");
        foreach (PageSituation situation in PageSituations.All)
        {
            IEnumerable<string> codes = PageSituations.Codes.Where(code => PageSituations.Find(new LinkError(Definition(code))).Name == situation.Name);
            page.Append("| `").Append(situation.Name).Append("` | ").Append(texts[$"{situation.Name}.Title"]).Append(" | `")
                .AppendJoin("`, `", codes.Order(StringComparer.Ordinal)).Append("` |\n");
        }

        page.Append("\n| fixed text | in English |\n|---|---|\n");
        foreach ((string key, string text) in texts.Where(text => text.Key.StartsWith("page.", StringComparison.Ordinal)))
        {
            page.Append("| `").Append(key).Append("` | ").Append(text).Append(" |\n");
        }

        return page.ToString();
    }

    private static LinkErrorDefinition Definition(string code) => LinkErrorCatalog.Default.Single(definition => definition.Code == code);
}
