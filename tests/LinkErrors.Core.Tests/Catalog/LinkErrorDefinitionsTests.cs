namespace LinkErrors.Core.Tests.Catalog;

/// <summary>What holds for every entry of the default catalog.</summary>
public sealed class LinkErrorDefinitionsTests
{
    public static TheoryData<string, string> Specified { get; } = SpecifiedCodes.ToTheoryData();

    public static TheoryData<string> Registered { get; } = [.. SpecifiedCodes.Registered];

    [Fact]
    public void Registered_Listed_Are41() => SpecifiedCodes.Registered.Should().HaveCount(41).And.OnlyHaveUniqueItems();

    // The codes of RFC 6749, 6750, 7009, 7591, 8628, 8707, 9396, 9449, 9470, OpenID Connect and CIBA stand for themselves.
    [Theory]
    [MemberData(nameof(Registered))]
    public void OAuthCode_OfRegisteredCode_IsTheCode(string code) => Find(code).OAuthCode.Should().Be(code);

    // A code that is not registered is sent as one that is.
    [Theory]
    [MemberData(nameof(Specified))]
    public void OAuthCode_OfAnyCode_IsRegistered(string code, string exception)
    {
        LinkErrorDefinition definition = Find(code);
        SpecifiedCodes.Registered.Should().Contain(definition.OAuthCode, "{0} has to be sent as a registered code", exception);
        Find(definition.OAuthCode).OAuthCode.Should().Be(definition.OAuthCode);
    }

    [Theory]
    [MemberData(nameof(Specified))]
    public void ExceptionFactory_OfAnyCode_MakesTheSpecifiedException(string code, string exception)
    {
        LinkError error = new(Find(code)) { State = "s" };
        InvalidOperationException cause = new("cause");

        LinkException made = error.ToException(cause);

        made.GetType().Name.Should().Be(exception);
        made.Error.Should().BeSameAs(error);
        made.InnerException.Should().BeSameAs(cause);
        made.DebugMessage.Should().BeNull();
    }

    // ORCID Link: a title has 5 to 50 characters.
    [Theory]
    [MemberData(nameof(Specified))]
    public void Title_OfAnyCode_Has5To50Characters(string code, string exception) =>
        Find(code).Title.Length.Should().BeInRange(5, 50, "{0} shows it", exception);

    // RFC 6749 §4.1.2.1: error_description is %x20-21 / %x23-5B / %x5D-7E.
    [Theory]
    [MemberData(nameof(Specified))]
    public void Message_WithoutData_FitsErrorDescription(string code, string exception)
    {
        string message = new LinkError(Find(code)).Message;
        message.Should().MatchRegex(@"^[\x20-\x21\x23-\x5B\x5D-\x7E]+$").And.NotContainAny("{", "}", "|");
        message.Should().EndWith(".", "{0} shows a sentence", exception);
    }

    [Theory]
    [MemberData(nameof(Specified))]
    public void Documentation_OfAnyCode_IsThere(string code, string exception)
    {
        Find(code).Description.Should().NotBeEmpty("{0} is documented", exception);
        Find(code).Action.Should().NotBeEmpty("{0} is documented", exception);
    }

    // RFC 6749 §4.1.2.1: what puts the redirect URI or the client in doubt is never redirected. Zapier's missing token and
    // CentralAuth's callback URL are of the same kind.
    [Fact]
    public void MayRedirect_OfDoubtfulTargets_IsFalse() =>
        LinkErrorCatalog.Default.Where(definition => !definition.MayRedirect).Select(definition => definition.Code)
            .Should().BeEquivalentTo("invalid_client", "invalid_redirect_uri", "redirect_uri_missing", "callback_url_missing", "callback_url_invalid", "link_token_missing");

    // RFC 6749 §4.1.2.1, RFC 8628 §3.5, RFC 9449 §8: what may be repeated as it is, and failures that pass by themselves.
    [Fact]
    public void IsTransient_OfCodesWorthARetry_IsTrue() =>
        LinkErrorCatalog.Default.Where(definition => definition.IsTransient).Select(definition => definition.Code)
            .Should().BeEquivalentTo("server_error", "temporarily_unavailable", "rate_limited", "too_many_requests", "authorization_pending", "slow_down", "use_dpop_nonce", "transaction_failed", "provider_api_error", "session_initialization_failed");

    // What an upstream says about the link stays what it is; its words about our own request become words about the link.
    [Fact]
    public void UpstreamCode_OfCodes_IsWhatTheyMeanForTheLink()
    {
        Dictionary<string, string?> expected = new(StringComparer.Ordinal)
        {
            ["provider_credential_error"] = "provider_credential_error",
            ["provider_password_expired"] = "provider_password_expired",
            ["provider_api_error"] = "provider_api_error",
            ["provider_token_rejected"] = "provider_token_rejected",
            ["provider_error"] = "provider_error",
            ["unsupported_region"] = "unsupported_region",
            ["duplicate_connection"] = "duplicate_connection",
            ["required_scopes_not_granted"] = "required_scopes_not_granted",
            ["incorrect_mfa_code"] = "incorrect_mfa_code",
            ["user_cancelled"] = "user_cancelled",
            ["access_denied"] = "access_denied",
            ["login_required"] = "login_required",
            ["interaction_required"] = "interaction_required",
            ["consent_required"] = "consent_required",
            ["account_selection_required"] = "account_selection_required",
            ["unmet_authentication_requirements"] = "unmet_authentication_requirements",
            ["insufficient_scope"] = "required_scopes_not_granted",
            ["invalid_token"] = "provider_token_rejected",
            ["invalid_grant"] = "provider_token_rejected",
            ["invalid_client"] = "provider_error",
            ["unauthorized_client"] = "provider_error",
        };

        LinkErrorCatalog.Default.Where(definition => definition.UpstreamCode is not null)
            .ToDictionary(definition => definition.Code, definition => definition.UpstreamCode, StringComparer.Ordinal)
            .Should().BeEquivalentTo(expected);
    }

    // The second word is LinkedIn's, the third Apple's.
    [Fact]
    public void IsDenial_OfCodes_IsTrueWhereTheUserSaidNo() =>
        LinkErrorCatalog.Default.Where(definition => definition.IsDenial).SelectMany(definition => definition.Aliases.Prepend(definition.Code))
            .Should().BeEquivalentTo("access_denied", "user_cancelled", "user_cancelled_login", "user_cancelled_authorize");

    // RFC 9700 §4.11.2: an error that comes up before the user was involved lets anyone use the service as a redirector.
    [Fact]
    public void IsSafeToRedirect_OfCodes_IsTrueBehindTheUser() =>
        LinkErrorCatalog.Default.Where(definition => definition.IsSafeToRedirect).Select(definition => definition.Code)
            .Should().BeEquivalentTo("access_denied", "user_cancelled", "login_required", "consent_required", "interaction_required", "account_selection_required", "temporarily_unavailable", "unmet_authentication_requirements");

    [Theory]
    [InlineData(200, null)]
    [InlineData(400, null)]
    [InlineData(401, "invalid_token")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not_found")]
    [InlineData(405, null)]
    [InlineData(409, "conflict")]
    [InlineData(422, "unprocessable_entity")]
    [InlineData(429, "rate_limited")]
    [InlineData(499, null)]
    [InlineData(500, "server_error")]
    [InlineData(503, "temporarily_unavailable")]
    [InlineData(600, "server_error")]
    public void OfStatus_AnyStatus_IsTheEntryThatStandsForIt(int status, string? code) =>
        (LinkErrorDefinitions.OfStatus(status)?.Code).Should().Be(code);

    // RFC 6749 §5.2, RFC 6750 §3.1, RFC 9470 §3, RFC 6585 §4 and the table of Loop.
    [Theory]
    [InlineData("invalid_request", 400)]
    [InlineData("invalid_grant", 400)]
    [InlineData("invalid_client", 401)]
    [InlineData("invalid_token", 401)]
    [InlineData("insufficient_user_authentication", 401)]
    [InlineData("insufficient_scope", 403)]
    [InlineData("forbidden", 403)]
    [InlineData("not_found", 404)]
    [InlineData("conflict", 409)]
    [InlineData("unprocessable_entity", 422)]
    [InlineData("rate_limited", 429)]
    [InlineData("too_many_requests", 429)]
    [InlineData("server_error", 500)]
    [InlineData("temporarily_unavailable", 503)]
    [InlineData("link_token_missing", 404)]
    [InlineData("redirect_uri_missing", 400)]
    public void StatusCode_OfSpecifiedCode_IsTheSpecified(string code, int status) => Find(code).StatusCode.Should().Be(status);

    private static LinkErrorDefinition Find(string code) =>
        LinkErrorCatalog.Default.TryFind(code, out LinkErrorDefinition? definition) ? definition : throw new InvalidOperationException($"No entry of {code}.");
}
