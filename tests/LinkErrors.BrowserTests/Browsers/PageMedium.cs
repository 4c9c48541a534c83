namespace LinkErrors.BrowserTests.Browsers;

/// <summary>What a page is shown on, and what she has told her system about colours and motion.</summary>
public enum PageMedium
{
    Screen = 0,

    /// <summary>Paper.</summary>
    Print,

    /// <summary>Her own few colours, as in a contrast theme of Windows.</summary>
    ForcedColors,

    /// <summary>She asks for more contrast.</summary>
    MoreContrast,

    /// <summary>She asks for nothing that moves.</summary>
    ReducedMotion,
}
