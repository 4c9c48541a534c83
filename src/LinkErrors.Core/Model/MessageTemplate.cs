using System.Text;
using System.Text.Json;

namespace LinkErrors.Model;

/// <summary>Fills <c>{name}</c> and <c>{name|default}</c> of a definition's message from the error's data.</summary>
internal static class MessageTemplate
{
    public static string Format(string template, JsonElement? data)
    {
        int open = template.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return template;
        }

        StringBuilder text = new(template.Length + 32);
        int position = 0;
        while (open >= 0)
        {
            int close = template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            text.Append(template, position, open - position).Append(Resolve(template[(open + 1)..close], data));
            position = close + 1;
            open = template.IndexOf('{', position);
        }

        return text.Append(template, position, template.Length - position).ToString();
    }

    private static string Resolve(string placeholder, JsonElement? data)
    {
        int bar = placeholder.IndexOf('|', StringComparison.Ordinal);
        string name = bar < 0 ? placeholder : placeholder[..bar];
        IReadOnlyList<string> values = LinkErrorData.GetStrings(data, name);
        return values.Count > 0 ? string.Join(", ", values) : bar < 0 ? name : placeholder[(bar + 1)..];
    }
}
