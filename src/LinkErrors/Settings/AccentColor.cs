using System.Globalization;
using System.Runtime.InteropServices;

namespace LinkErrors.Settings;

/// <summary>A colour of the host, and the contrast that it has (WCAG 2.2, "relative luminance" and "contrast ratio").</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AccentColor(byte Red, byte Green, byte Blue)
{
    /// <summary>The least contrast of text (WCAG 2.2 §1.4.3).</summary>
    public const double LeastContrast = 4.5;

    private const int Steps = 100;

    public static AccentColor Default { get; } = new(0x34, 0x53, 0xd1);

    /// <summary>The card of a light page.</summary>
    public static AccentColor White { get; } = new(0xff, 0xff, 0xff);

    /// <summary>The card of a dark page.</summary>
    public static AccentColor DarkCard { get; } = new(0x1b, 0x1e, 0x24);

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rgb</c> and <c>#rrggbb</c>.</summary>
    public static bool TryParse(string text, out AccentColor color)
    {
        color = default;
        if (text is not ['#', ..] || text.Length is not (4 or 7) || !text.Skip(1).All(char.IsAsciiHexDigit))
        {
            return false;
        }

        int width = (text.Length - 1) / 3;
        color = new(Read(0), Read(1), Read(2));
        return true;

        byte Read(int index)
        {
            int value = int.Parse(text.AsSpan(1 + (index * width), width), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            return (byte)(width == 1 ? value * 17 : value);
        }
    }

    /// <summary>From 1, the same, to 21, black on white.</summary>
    public double ContrastWith(AccentColor other)
    {
        (double lighter, double darker) = Luminance > other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// <summary>The nearest shade, darker or lighter, that can be read on a ground.</summary>
    public AccentColor ReadableOn(AccentColor ground)
    {
        AccentColor end = ground.Luminance > 0.5 ? default : White;
        for (int step = 0; step < Steps; step++)
        {
            AccentColor shade = Mix(end, step);
            if (shade.ContrastWith(ground) >= LeastContrast)
            {
                return shade;
            }
        }

        return end;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static double Linear(byte channel)
    {
        double share = channel / 255d;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private AccentColor Mix(AccentColor other, int step)
    {
        return new(Channel(Red, other.Red), Channel(Green, other.Green), Channel(Blue, other.Blue));

        byte Channel(byte from, byte to) => (byte)(from + ((to - from) * step / Steps));
    }
}
