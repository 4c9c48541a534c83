namespace LinkErrors.Flows;

/// <summary>Which response mode a flow gets.</summary>
internal static class ResponseModes
{
    /// <summary>
    /// The requested mode, unless it is unknown, the response type forbids it (a token never travels in a query: OAuth 2.0
    /// Multiple Response Type Encoding Practices §3 and §5), or the target cannot take it (a page posts to web origins only).
    /// Then the default of the response type.
    /// </summary>
    public static LinkResponseMode Choose(string? responseMode, string? responseType, string? state, RedirectTarget? target)
    {
        bool isToken = responseType?.Split(' ').Any(type => type is "token" or "id_token") ?? false;
        LinkResponseMode standard = isToken ? LinkResponseMode.Fragment : LinkResponseMode.Query;
        return responseMode switch
        {
            "fragment" => LinkResponseMode.Fragment,
            "form_post" when target?.Origin is not null && !ChangesInForm(state) => LinkResponseMode.FormPost,
            "web_message" when target?.Origin is not null => LinkResponseMode.WebMessage,
            _ => standard,
        };
    }

    /// <summary>A form does not keep control characters: NUL becomes U+FFFD, and a line break CR LF (HTML §4.10.21.4).</summary>
    private static bool ChangesInForm(string? state) => state?.Any(char.IsControl) ?? false;
}
