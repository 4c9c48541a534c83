namespace LinkErrors;

/// <summary>
/// The page that people see when there is nowhere safe to send the browser: <see cref="LinkErrorsOptions.ErrorPage"/>. A path of this site
/// is one of the application: its path base (<c>UsePathBase</c>, <c>X-Forwarded-Prefix</c>) is put in front of it.
/// </summary>
public sealed class LinkErrorPageOptions
{
    /// <summary>The name of the product, as its users know it: in the window's title, the header and the texts. At most 60 characters.</summary>
    /// <value>The default is null: the texts speak of the app or site that the user came from.</value>
    public string? ProductName { get; set; }

    /// <summary>
    /// The product's mark: a path of this site such as <c>/logo.svg</c>, or a <c>data:</c> URI of at most 3,000 characters with
    /// an image in Base64, which saves the request.
    /// </summary>
    /// <value>The default is null: no mark.</value>
    public string? LogoUri { get; set; }

    /// <summary>
    /// The colour of the main button, the icon and links, as <c>#rrggbb</c> or <c>#rgb</c>. Its contrast with white is at least
    /// 4.5 to 1 (WCAG 2.2 §1.4.3); the shade for dark pages is made from it.
    /// </summary>
    /// <value>The default is null: <c>#3453d1</c>.</value>
    public string? AccentColor { get; set; }

    /// <summary>
    /// Where help is found: an https or mailto address, or a path of this site. <c>{reference}</c> stands for the reference of
    /// the error; without it the reference is added as the parameter <c>reference</c>, or as the subject of the mail.
    /// </summary>
    /// <value>The default is null: no link.</value>
    public string? SupportUri { get; set; }

    /// <summary>
    /// A style sheet of this site, a path such as <c>/errors.css</c>, that is loaded after the page's own style. With it the policy of
    /// the page allows styles, images and fonts of this site.
    /// </summary>
    /// <value>The default is null: nothing is loaded.</value>
    public string? StyleSheet { get; set; }

    /// <summary>
    /// Where linking begins, a path of this site such as <c>/connect</c>: "Try again" leads there where a new start can help. A flow
    /// that names its own start (<see cref="Flows.LinkFlowRequest.StartPath"/>) goes before it.
    /// </summary>
    /// <value>The default is null: "Try again" is shown only for flows that name their start.</value>
    public string? StartPath { get; set; }

    /// <summary>
    /// A page of the application, a path such as <c>/oops</c>, that is run in place of the library's own. It finds what it needs by
    /// <c>HttpContext.GetLinkErrorPage()</c>. Needs <c>UseLinkErrors</c>.
    /// </summary>
    /// <value>The default is null: the library's page.</value>
    public string? Path { get; set; }
}
