using System.Text;
using System.Text.Encodings.Web;

namespace ErrorLab;

/// <summary>The HTML of the lab's page: markup is constant, text is encoded.</summary>
internal sealed class LabMarkup
{
    private readonly StringBuilder _html = new();

    public LabMarkup Markup(string constant)
    {
        _html.Append(constant);
        return this;
    }

    public LabMarkup Text(string? text)
    {
        _html.Append(HtmlEncoder.Default.Encode(text ?? ""));
        return this;
    }

    /// <summary>A field with its label, and what it may be.</summary>
    public LabMarkup Input(string name, string label, string? value, params IEnumerable<string> known)
    {
        Markup("<label>").Text(label).Markup("<input name=\"").Text(name).Markup("\" value=\"").Text(value);
        string[] values = [.. known];
        if (values.Length == 0)
        {
            return Markup("\"></label>\n");
        }

        Markup("\" list=\"known-").Text(name).Markup("\"></label>\n<datalist id=\"known-").Text(name).Markup("\">");
        foreach (string each in values)
        {
            Markup("<option value=\"").Text(each).Markup("\"></option>");
        }

        return Markup("</datalist>\n");
    }

    public LabMarkup Select(string name, string? chosen, params IEnumerable<string> values)
    {
        Markup("<label>").Text(name).Markup("<select name=\"").Text(name).Markup("\">");
        Options(chosen, values);
        return Markup("</select></label>\n");
    }

    public LabMarkup Options(string? chosen, IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            Markup(value == chosen ? "<option selected>" : "<option>").Text(value).Markup("</option>");
        }

        return this;
    }

    public LabMarkup Row(string name, string? value) =>
        Markup("<tr><th scope=\"row\">").Text(name).Markup("</th><td>").Text(value).Markup("</td></tr>\n");

    public override string ToString() => _html.ToString();
}
