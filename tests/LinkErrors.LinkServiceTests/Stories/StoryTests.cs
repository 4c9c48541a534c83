namespace LinkErrors.LinkServiceTests.Stories;

/// <summary>Every story of a link, in a real browser, in the format of every system: how it ends at the front end, and in which words.</summary>
public sealed class StoryTests(LinkServiceFixture fixture) : IClassFixture<LinkServiceFixture>
{
    private const string Successes = """
        query: Your account is linked. You can use it now. (query)
        fragment: Your account is linked. You can use it now. (fragment)
        form_post: Your account is linked. You can use it now. (form)
        web_message: Your account is linked. You can use it now. (message)
        OpenID Connect: Your account is linked. You can use it now. (query)
        choice: Your account is linked. You can use it now. (query)
        password: Your account is linked. You can use it now. (JSON)
        e-mail: Your account is linked. You can use it now. (JSON)
        """;

    /// <summary>The words of the front end, where the format has the error's own code.</summary>
    private const string OwnWords = """
        deny: You did not give access. Nothing was linked. Start again when you like. (access_denied, query)
        deny, OpenID Connect: You did not give access. Nothing was linked. Start again when you like. (access_denied, fragment)
        deny, in a window: You did not give access. Nothing was linked. Start again when you like. (access_denied, message)
        cancel: You cancelled. Nothing was linked. Start again when you like. (user_cancelled, query)
        expired: This link has expired. Start again to get a new one. (link_token_expired, query)
        garbage: This link is not valid. Start again to get a new one. (link_token_invalid, query)
        missing scope: A permission is missing. Start again and leave every permission ticked. (required_scopes_not_granted, form)
        provider down: Acme does not answer. It is not your fault. Try again later. (provider_api_error, query)
        provider garbage: Acme does not answer. It is not your fault. Try again later. (provider_api_error, query)
        failure after login: Acme took the access back. Start again and allow it once more. (provider_token_rejected, query)
        tampered state: We lost track of this attempt. Start again in this browser. (callback_state_invalid, query)
        first use: Your account is linked. You can use it now. (query)
        consumed: This link was used already. Start again if you want another connection. (link_token_consumed, query)
        duplicate: This account is linked already. Another user has linked it. Use another account. (duplicate_connection, query)
        wrong password: Name or password is not right. Check them and try again. (provider_credential_error, JSON)
        expired password: Your password has expired. Change it at Acme, then try again. (provider_password_expired, JSON)
        MFA: The code is not right. Enter the newest code. (incorrect_mfa_code, JSON)
        region: Your region is not served. Choose another region. (unsupported_region, JSON)
        """;

    /// <summary>The text of the service, where the format has one code for many errors; Zapier's descriptions tell two of them.</summary>
    private const string ZapierWords = """
        deny: Your account was not linked. The request was denied. (access_denied, query)
        deny, OpenID Connect: Your account was not linked. The request was denied. (access_denied, fragment)
        deny, in a window: Your account was not linked. The request was denied. (access_denied, message)
        cancel: Your account was not linked. The user cancelled linking. (access_denied, query)
        expired: This link has expired. Start again to get a new one. (link_token_expired, query)
        garbage: This link is not valid. Start again to get a new one. (link_token_invalid, query)
        missing scope: Your account was not linked. Not all of the required permissions were granted. (access_denied, form)
        provider down: Your account was not linked. Acme could not be reached or answered unexpectedly. (server_error, query)
        provider garbage: Your account was not linked. Acme could not be reached or answered unexpectedly. (server_error, query)
        failure after login: Your account was not linked. The provider no longer accepts the stored authorization. (access_denied, query)
        tampered state: Your account was not linked. The state parameter does not belong to this flow. (invalid_request, query)
        first use: Your account is linked. You can use it now. (query)
        consumed: Your account was not linked. The link token has already been used. (invalid_request, query)
        duplicate: Your account was not linked. This account at acme is already linked to another user. (access_denied, query)
        wrong password: Your account was not linked. The provider did not accept the credentials. (access_denied, JSON)
        expired password: Your account was not linked. The password for the provider has expired and must be changed there first. (access_denied, JSON)
        MFA: Your account was not linked. The verification code is not correct. (access_denied, JSON)
        region: Your account was not linked. The region that was chosen is not supported. (invalid_request, JSON)
        """;

    /// <summary>The text of the service, where the format has one code for many errors.</summary>
    private const string LoopWords = """
        deny: Your account was not linked. The request was denied. (access_denied, query)
        deny, OpenID Connect: Your account was not linked. The request was denied. (access_denied, fragment)
        deny, in a window: Your account was not linked. The request was denied. (access_denied, message)
        cancel: Your account was not linked. The user cancelled linking. (access_denied, query)
        expired: Your account was not linked. The link token has expired. (invalid_request, query)
        garbage: Your account was not linked. The link token is invalid or malformed. (invalid_request, query)
        missing scope: Your account was not linked. Not all of the required permissions were granted. (access_denied, form)
        provider down: Your account was not linked. Acme could not be reached or answered unexpectedly. (server_error, query)
        provider garbage: Your account was not linked. Acme could not be reached or answered unexpectedly. (server_error, query)
        failure after login: Your account was not linked. The provider no longer accepts the stored authorization. (access_denied, query)
        tampered state: Your account was not linked. The state parameter does not belong to this flow. (invalid_request, query)
        first use: Your account is linked. You can use it now. (query)
        consumed: Your account was not linked. The link token has already been used. (invalid_request, query)
        duplicate: Your account was not linked. This account at acme is already linked to another user. (conflict, query)
        wrong password: Your account was not linked. The provider did not accept the credentials. (access_denied, JSON)
        expired password: Your account was not linked. The password for the provider has expired and must be changed there first. (access_denied, JSON)
        MFA: Your account was not linked. The verification code is not correct. (access_denied, JSON)
        region: Your account was not linked. The region that was chosen is not supported. (invalid_request, JSON)
        """;

    public static TheoryData<string> Dialects => [.. LinkServiceFixture.Dialects];

    public static TheoryData<string, string> Failures => new()
    {
        { "junction", OwnWords },
        { "orcidlink", OwnWords },
        { "zapier", ZapierWords },
        { "centralauth", OwnWords },
        { "loop", LoopWords },
    };

    [ChromiumTheory]
    [MemberData(nameof(Dialects))]
    public async Task Link_ThatGoesWell_EndsAsLinkedByEveryWay(string dialect) => (await fixture.TellAsync(dialect, SucceedAsync)).Should().Be(Successes);

    [ChromiumTheory]
    [MemberData(nameof(Failures))]
    public async Task Link_ThatFails_EndsAtTheFrontEndInItsWords(string dialect, string endings) => (await fixture.TellAsync(dialect, FailAsync)).Should().Be(endings);

    private async Task<string> SucceedAsync(string dialect)
    {
        await using Visitor visitor = await fixture.VisitAsync(dialect);
        List<string> endings = [];
        foreach (string mode in (string[])["query", "fragment", "form_post"])
        {
            await visitor.BeginAsync("oauth/acme", "&mode=" + mode);
            await visitor.ConsentAsync("allow", "well");
            await NoteAsync(mode);
        }

        await visitor.LinkInWindowAsync("allow", "well");
        await NoteAsync("web_message");
        await visitor.BeginAsync("oauth/acme-id");
        await visitor.ConsentAsync("allow", "well");
        await NoteAsync("OpenID Connect");
        await visitor.BeginAsync("choose");
        await visitor.Page.ClickAsync("text=Acme ID");
        await visitor.ConsentAsync("allow", "well");
        await NoteAsync("choice");
        await visitor.PasswordAsync("mfa", "secret", "123456");
        await NoteAsync("password");
        await visitor.EmailAsync("us");
        await NoteAsync("e-mail");
        return string.Join('\n', endings);

        async Task NoteAsync(string name) => endings.Add($"{name}: {await visitor.ReadAsync()}");
    }

    private async Task<string> FailAsync(string dialect)
    {
        await using Visitor visitor = await fixture.VisitAsync(dialect);
        List<string> endings = [];

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("deny", "anna");
        await NoteAsync("deny");

        await visitor.BeginAsync("oauth/acme-id", "&mode=fragment");
        await visitor.ConsentAsync("deny", "anna");
        await NoteAsync("deny, OpenID Connect");

        await visitor.LinkInWindowAsync("deny", "anna");
        await NoteAsync("deny, in a window");

        await visitor.BeginAsync("choose");
        await visitor.Page.ClickAsync("text=Cancel");
        await NoteAsync("cancel");

        await visitor.BeginAsync("oauth/acme", "&token=expired");
        await NoteAsync("expired");

        await visitor.BeginAsync("oauth/acme", "&token=garbage");
        await NoteAsync("garbage");

        await visitor.BeginAsync("oauth/acme", "&mode=form_post");
        await visitor.ConsentAsync("allow", "anna", leavesOutActivity: true);
        await NoteAsync("missing scope");

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("allow", "anna", "down");
        await NoteAsync("provider down");

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("allow", "anna", "garbage");
        await NoteAsync("provider garbage");

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("allow", "anna", "revoke");
        await NoteAsync("failure after login");

        await visitor.BeginAsync("oauth/acme");
        await visitor.Page.EvaluateAsync("document.querySelector('[name=state]').value += 'x'");
        await visitor.ConsentAsync("allow", "anna");
        await NoteAsync("tampered state");

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("allow", "shared");
        await NoteAsync("first use");
        await visitor.Page.ClickAsync("#again");
        await NoteAsync("consumed");

        await using Visitor other = await fixture.VisitAsync(dialect);
        await other.BeginAsync("oauth/acme");
        await other.ConsentAsync("allow", "shared");
        endings.Add($"duplicate: {await other.ReadAsync()}");

        await visitor.PasswordAsync("anna", "wrong");
        await NoteAsync("wrong password");
        await visitor.PasswordAsync("expired", "secret");
        await NoteAsync("expired password");
        await visitor.PasswordAsync("mfa", "secret", "000000");
        await NoteAsync("MFA");
        await visitor.EmailAsync("mars");
        await NoteAsync("region");
        return string.Join('\n', endings);

        async Task NoteAsync(string name) => endings.Add($"{name}: {await visitor.ReadAsync()}");
    }
}
