namespace LinkErrors.LinkServiceTests;

/// <summary>Every story of a link, in a real browser, in the format of every system: how it ends at the front end, and in which words.</summary>
public sealed class StoryTests(LinkServiceFixture fixture) : IClassFixture<LinkServiceFixture>
{
    private const string Linked = "Your account is linked";

    private const string Endings = """
        deny: You did not give access (access_denied)
        deny, OpenID Connect, fragment: You did not give access (access_denied)
        cancel: You cancelled (user_cancelled)
        expired: This link has expired (link_token_expired)
        garbage: This link is not valid (link_token_invalid)
        missing scope: A permission is missing (required_scopes_not_granted)
        provider down: Acme does not answer (provider_api_error)
        provider garbage: Acme does not answer (provider_api_error)
        failure after login: Acme took the access back (provider_token_rejected)
        tampered state: We lost track of this attempt (callback_state_invalid)
        consumed: This link was used already (link_token_consumed)
        duplicate: This account is linked already (duplicate_connection)
        wrong password: Name or password is not right (provider_credential_error)
        expired password: Your password has expired (provider_password_expired)
        MFA: The code is not right (incorrect_mfa_code)
        region: Your region is not served (unsupported_region)
        """;

    public static TheoryData<string> Dialects => ["junction", "orcidlink", "zapier", "centralauth", "loop"];

    [ChromiumTheory]
    [MemberData(nameof(Dialects))]
    public async Task Link_ThatGoesWell_EndsAsLinkedByEveryWay(string dialect)
    {
        await using Visitor visitor = await fixture.VisitAsync(dialect);
        foreach (string more in (string[])["", "&mode=fragment", "&mode=form_post"])
        {
            await visitor.BeginAsync("oauth/acme", more);
            await visitor.ConsentAsync("allow", "well");
            (await visitor.ReadAsync()).Should().Be(Linked);
        }

        await visitor.BeginAsync("oauth/acme-id");
        await visitor.ConsentAsync("allow", "well");
        (await visitor.ReadAsync()).Should().Be(Linked);
        await visitor.PasswordAsync("mfa", "secret", "123456");
        (await visitor.ReadAsync()).Should().Be(Linked);
        await visitor.EmailAsync("us");
        (await visitor.ReadAsync()).Should().Be(Linked);
    }

    [ChromiumTheory]
    [InlineData("junction")]
    [InlineData("orcidlink")]
    public async Task Link_ThatFails_EndsAtTheFrontEndInItsWords(string dialect)
    {
        await using Visitor visitor = await fixture.VisitAsync(dialect);
        Dictionary<string, string> endings = new(StringComparer.Ordinal);

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("deny", "anna");
        endings["deny"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme-id", "&mode=fragment");
        await visitor.ConsentAsync("deny", "anna");
        endings["deny, OpenID Connect, fragment"] = await visitor.ReadAsync();

        await visitor.BeginAsync("choose");
        await visitor.Page.ClickAsync("text=Cancel");
        endings["cancel"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme", "&token=expired");
        endings["expired"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme", "&token=garbage");
        endings["garbage"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme", "&mode=form_post");
        await visitor.ConsentAsync("allow", "anna", leavesOutActivity: true);
        endings["missing scope"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("allow", "anna", "down");
        endings["provider down"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("allow", "anna", "garbage");
        endings["provider garbage"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("allow", "anna", "revoke");
        endings["failure after login"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme");
        await visitor.Page.EvaluateAsync("document.querySelector('[name=state]').value += 'x'");
        await visitor.ConsentAsync("allow", "anna");
        endings["tampered state"] = await visitor.ReadAsync();

        await visitor.BeginAsync("oauth/acme");
        await visitor.ConsentAsync("allow", "shared");
        (await visitor.ReadAsync()).Should().Be(Linked);
        await visitor.Page.ClickAsync("#again");
        endings["consumed"] = await visitor.ReadAsync();

        await using (Visitor other = await fixture.VisitAsync(dialect))
        {
            await other.BeginAsync("oauth/acme");
            await other.ConsentAsync("allow", "shared");
            endings["duplicate"] = await other.ReadAsync();
        }

        await visitor.PasswordAsync("anna", "wrong");
        endings["wrong password"] = await visitor.ReadAsync();
        await visitor.PasswordAsync("expired", "secret");
        endings["expired password"] = await visitor.ReadAsync();
        await visitor.PasswordAsync("mfa", "secret", "000000");
        endings["MFA"] = await visitor.ReadAsync();
        await visitor.EmailAsync("mars");
        endings["region"] = await visitor.ReadAsync();

        string.Join('\n', endings.Select(ending => $"{ending.Key}: {ending.Value}")).Should().Be(Endings);
    }
}
