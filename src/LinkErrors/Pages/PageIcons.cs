namespace LinkErrors.Pages;

/// <summary>The drawings of the icons: lines in the colour of the text, seen by nobody who listens.</summary>
internal static class PageIcons
{
    /// <summary>What stands inside of the <c>svg</c> element, 24 units wide and high.</summary>
    public static ReadOnlySpan<byte> Draw(PageIcon icon) => icon switch
    {
        PageIcon.Expired => "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7v5l3 2\"/>"u8,
        PageIcon.Unavailable => "<path d=\"M9 3v4M15 3v4M6 7h12v3a6 6 0 0 1-12 0zM12 16v5M3 3l18 18\"/>"u8,
        PageIcon.NotAllowed => "<rect x=\"5\" y=\"11\" width=\"14\" height=\"9\" rx=\"2\"/><path d=\"M8 11V8a4 4 0 0 1 8 0v3\"/>"u8,
        PageIcon.Unknown => "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17v.01\"/>"u8,
        _ => "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M8 12h8\"/>"u8,
    };
}
