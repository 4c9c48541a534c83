using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Pages;

namespace LinkErrors;

/// <summary>
/// What a page for people needs: the error, the flow, the texts in the user's language and the ways on. A page of the
/// application finds it by <c>HttpContext.GetLinkErrorPage()</c>, an <see cref="ILinkErrorPage"/> gets it. Every text is plain and
/// has to be encoded, as Razor does.
/// </summary>
public sealed class LinkErrorPageContext
{
    internal LinkErrorPageContext(PageWords words) => Words = words;

    /// <summary>The error; its texts address developers. Its state is the client's and is not here.</summary>
    public required LinkError Error { get; init; }

    /// <summary>Who is linking, as far as it is known.</summary>
    public required LinkFlow Flow { get; init; }

    /// <summary>The HTTP status of the answer, 400 to 599.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The language of the texts, as <c>lang</c> of HTML has it: <c>en</c>, <c>zh-Hans</c>.</summary>
    public string Language => Words.Language.Tag;

    /// <summary>Whether the language is written from right to left, for <c>dir</c> of HTML.</summary>
    public bool IsRightToLeft => Words.Language.IsRightToLeft;

    /// <summary>What happened.</summary>
    public string Title => Words.Title.ToString();

    /// <summary>The title of the window: what happened, and the product where it is named.</summary>
    public string WindowTitle => Words.WindowTitle;

    /// <summary>Why, or what it means for the user.</summary>
    public string Message => Words.Message.ToString();

    /// <summary>The one thing that the user can do now.</summary>
    public string Action => Words.Action.ToString();

    /// <summary>The product (<see cref="LinkErrorPageOptions.ProductName"/>); null where none is named.</summary>
    public string? ProductName { get; internal init; }

    /// <summary>The kind of icon that fits: <c>stopped</c>, <c>expired</c>, <c>unavailable</c>, <c>not_allowed</c> or <c>unknown</c>.</summary>
    public string Icon => Words.Situation.Icon switch
    {
        PageIcon.Expired => "expired",
        PageIcon.Unavailable => "unavailable",
        PageIcon.NotAllowed => "not_allowed",
        PageIcon.Unknown => "unknown",
        _ => "stopped",
    };

    /// <summary>
    /// Where the user came from: the plain registered address, validated, without the error; null where none is known, or where
    /// the error puts it in doubt. <c>page.ReturnTo</c> is the text for it.
    /// </summary>
    public RedirectTarget? ReturnTarget { get; internal init; }

    /// <summary>Where linking starts afresh; null where that does not help, or where no start is known. <c>page.TryAgain</c> is the text for it.</summary>
    public RedirectTarget? StartTarget { get; internal init; }

    /// <summary>Where help is found, with the reference in it; null without such a place. <c>page.GetHelp</c> is the text for it.</summary>
    public string? SupportUri { get; internal init; }

    /// <summary>What a person can read out: short, and in the log beside <see cref="LinkError.ReferenceId"/>; null without a reference.</summary>
    public string? Reference { get; internal init; }

    /// <summary>Type, message and stack of the exception, where debug details are switched on; otherwise null.</summary>
    public LinkErrorDebugDetails? DebugDetails { get; internal init; }

    internal PageWords Words { get; }

    /// <summary>What stands in front of the paths of the application, escaped as in an address.</summary>
    internal string PathBase { get; init; } = "";

    /// <summary>What stands in a hole of the page; null for nothing.</summary>
    internal string? Find(PageHole hole) => hole switch
    {
        PageHole.ReturnTarget => ReturnTarget?.Uri,
        PageHole.StartTarget => StartTarget?.Uri,
        PageHole.Reference => Reference,
        PageHole.SupportUri => SupportUri,
        _ => Error.HelpUri?.OriginalString,
    };

    /// <summary>One of the fixed texts, in the user's language.</summary>
    /// <param name="key">Its key, such as <c>page.ReturnTo</c>; docs/pages.md has them all.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no such text.</exception>
    public string GetText(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Words.Find(key).ToString();
    }
}
