namespace LinkErrors.Pages;

/// <summary>A page that was drawn before, without the values in its holes.</summary>
internal sealed class PageTemplate
{
    private readonly (byte[] Markup, PageHole Hole)[] _pieces;
    private readonly byte[] _end;

    /// <summary>Keeps what was written of a page, but for the values.</summary>
    public PageTemplate(HtmlWriter drawn)
    {
        ReadOnlySpan<byte> html = drawn.Written.Span;
        _pieces = new (byte[], PageHole)[drawn.Holes.Count];
        int start = 0;
        for (int index = 0; index < _pieces.Length; index++)
        {
            (Range value, PageHole hole) = drawn.Holes[index];
            _pieces[index] = (html[start..value.Start.Value].ToArray(), hole);
            start = value.End.Value;
        }

        _end = html[start..].ToArray();
    }

    /// <summary>Writes the page with the values of a request.</summary>
    public void Fill(HtmlWriter html, LinkErrorPageContext page)
    {
        foreach ((byte[] markup, PageHole hole) in _pieces)
        {
            html.Markup(markup).Text(page.Find(hole)!);
        }

        html.Markup(_end);
    }
}
