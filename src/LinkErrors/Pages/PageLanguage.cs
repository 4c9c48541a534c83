using System.Globalization;

namespace LinkErrors.Pages;

/// <summary>A language in which pages have texts.</summary>
/// <param name="Tag">Its tag, as in <c>lang</c> (BCP 47).</param>
/// <param name="Culture">The culture by which resources are looked up.</param>
internal sealed record PageLanguage(string Tag, CultureInfo Culture)
{
    /// <summary>The language of what no other is known for, whose texts are the neutral ones.</summary>
    public static PageLanguage English { get; } = new("en", CultureInfo.InvariantCulture);

    public bool IsRightToLeft => Culture.TextInfo.IsRightToLeft;

    /// <summary>Finds a language; null where the process runs without cultures (<c>InvariantGlobalization</c>).</summary>
    public static PageLanguage? Find(string tag)
    {
        if (tag == English.Tag)
        {
            return English;
        }

        try
        {
            return new PageLanguage(tag, CultureInfo.GetCultureInfo(tag));
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
