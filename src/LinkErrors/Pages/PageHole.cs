namespace LinkErrors.Pages;

/// <summary>What differs from one error page to the next where all its words are the same.</summary>
internal enum PageHole
{
    /// <summary><see cref="LinkErrorPageContext.ReturnTarget"/></summary>
    ReturnTarget,

    /// <summary><see cref="LinkErrorPageContext.StartTarget"/></summary>
    StartTarget,

    /// <summary><see cref="LinkErrorPageContext.Reference"/></summary>
    Reference,

    /// <summary><see cref="LinkErrorPageContext.SupportUri"/></summary>
    SupportUri,

    /// <summary><see cref="LinkError.HelpUri"/></summary>
    HelpUri,
}
