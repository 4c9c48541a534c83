using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LinkErrors.Flows;

/// <summary>
/// Where the parameters of a link request stand in a query or a form. The text is gone through once, and nothing of it is decoded
/// or copied: what attackers send costs what it takes to look for <c>&amp;</c>.
/// </summary>
internal sealed class EncodedParameters
{
    /// <summary>In the order of <see cref="LinkParameter"/>.</summary>
    private static readonly string[] Names =
        ["client_id", "redirect_uri", "state", "response_mode", "response_type", "ui_locales", "request", "request_uri", "code", "error"];

    private readonly string _text;
    private readonly Places _places;

    /// <summary>Looks through pairs.</summary>
    /// <param name="text">The pairs, without anything in front of them.</param>
    /// <param name="start">Where they begin.</param>
    public EncodedParameters(string text, int start = 0)
    {
        _text = text;
        while (start < text.Length)
        {
            int length = text.AsSpan(start).IndexOf('&') is >= 0 and var found ? found : text.Length - start;
            ReadOnlySpan<char> pair = text.AsSpan(start, length);
            int equals = pair.IndexOf('=');
            ReadOnlySpan<char> name = equals < 0 ? pair : pair[..equals];
            if (IndexOf(name) is >= 0 and var index)
            {
                int valueLength = equals < 0 ? 0 : length - equals - 1;
                _places[index] = new Place(start + length - valueLength, valueLength, _places[index].Count + 1);
            }

            start += length + 1;
        }
    }

    /// <summary>How often a parameter is there, with or without a value.</summary>
    public int Count(LinkParameter parameter) => _places[(int)parameter].Count;

    /// <summary>The value as it was sent; of several, the last.</summary>
    public ReadOnlySpan<char> this[LinkParameter parameter] => _text.AsSpan(_places[(int)parameter].Start, _places[(int)parameter].Length);

    /// <summary>The name of a parameter.</summary>
    public static string GetName(LinkParameter parameter) => Names[(int)parameter];

    /// <summary>The case of a name is ignored, as the collections by which the application reads it do.</summary>
    private static int IndexOf(ReadOnlySpan<char> name)
    {
        if (name.ContainsAny('%', '+'))
        {
            name = Uri.UnescapeDataString(name.ToString().Replace('+', ' '));
        }

        for (int index = 0; index < Names.Length; index++)
        {
            if (name.Equals(Names[index], StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Start, int Length, int Count);

    /// <summary>One place for each of the names, inside of the object.</summary>
    [InlineArray(10)]
    private struct Places
    {
        private Place _first;
    }
}
