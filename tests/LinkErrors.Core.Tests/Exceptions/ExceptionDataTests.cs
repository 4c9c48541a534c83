using System.Text.Json;
using LinkErrors.Exceptions;

namespace LinkErrors.Core.Tests.Exceptions;

/// <summary>What a family knows goes through its constructors into the error.</summary>
public sealed class ExceptionDataTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, (LinkException Exception, string? Data)> Exceptions = new(StringComparer.Ordinal)
    {
        ["credentials"] = (new ProviderCredentialException("Fitbit"), """{"provider":"Fitbit"}"""),
        ["password"] = (new ProviderPasswordExpiredException("Fitbit"), """{"provider":"Fitbit"}"""),
        ["api"] = (new ProviderApiException("Fitbit"), """{"provider":"Fitbit"}"""),
        ["region"] = (new UnsupportedRegionException("eu-1"), """{"region":"eu-1"}"""),
        ["duplicate"] = (new DuplicateConnectionException("Fitbit"), """{"provider":"Fitbit"}"""),
        ["mfa"] = (new IncorrectMfaCodeException("Fitbit"), """{"provider":"Fitbit"}"""),
        ["cancelled"] = (new UserCancelledException("Fitbit"), """{"provider":"Fitbit"}"""),
        ["provider"] = (new ProviderErrorException("Fit\"bit\\"), """{"provider":"Fit\"bit\\"}"""),
        ["rejected"] = (new ProviderTokenRejectedException("ORCID"), """{"provider":"ORCID"}"""),
        ["fields"] = (new MissingFieldsException(["a", "b"]), """{"fields":["a","b"]}"""),
        ["no fields"] = (new MissingFieldsException([]), null),
        ["content"] = (new UnprocessableEntityException(["a"]), """{"fields":["a"]}"""),
        ["entity missing"] = (new EntityMissingException("User"), """{"entity":"User"}"""),
        ["entity invalid"] = (new EntityInvalidException("User"), """{"entity":"User"}"""),
        ["empty text"] = (new EntityInvalidException(""), null),

        // RFC 9470 §3 and RFC 9449 §8.
        ["step up"] = (new InsufficientUserAuthenticationException("gold", TimeSpan.FromSeconds(5.9)), """{"acr_values":"gold","max_age":5}"""),
        ["step up acr"] = (new InsufficientUserAuthenticationException("gold"), """{"acr_values":"gold"}"""),
        ["step up age"] = (new InsufficientUserAuthenticationException(maxAge: TimeSpan.Zero), """{"max_age":0}"""),
        ["nonce"] = (new UseDPoPNonceException("n-1"), """{"dpop_nonce":"n-1"}"""),
    };

    public static TheoryData<string> Keys { get; } = [.. Exceptions.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Constructor_WithKnowledge_PutsItInData(string key)
    {
        (LinkException exception, string? data) = Exceptions[key];

        exception.Error.Should().Be(new LinkError(exception.Error.Definition) { Data = data is null ? null : JsonElement.Parse(data) });
    }

    [Fact]
    public void Properties_OfExceptions_ReadTheDataBack()
    {
        new ProviderErrorException("Fitbit").Provider.Should().Be("Fitbit");
        new ProviderErrorException().Provider.Should().BeNull();
        new MissingFieldsException(["a", "b"]).Fields.Should().Equal("a", "b");
        new MissingFieldsException().Fields.Should().BeEmpty();
        new UnprocessableEntityException(["a"]).Fields.Should().Equal("a");
        new UseDPoPNonceException("n-1").Nonce.Should().Be("n-1");
        new UseDPoPNonceException().Nonce.Should().BeNull();
    }

    // RFC 6750 §3: every scope that the operation needs.
    [Fact]
    public void Scopes_OfExceptions_AreKeptInOrder()
    {
        new InsufficientScopeException(["b", "a"]).Error.Scopes.Should().Equal("b", "a");
        new RequiredScopesNotGrantedException(["b", "a"]).Error.Scopes.Should().Equal("b", "a");
        new InvalidScopeException(["b", "a"]).Error.Scopes.Should().Equal("b", "a");
    }

    // RFC 9110 §10.2.3, RFC 6585 §4, RFC 8628 §3.5.
    [Fact]
    public void RetryAfter_OfExceptions_IsKept()
    {
        new RateLimitedException(Delay).Error.RetryAfter.Should().Be(Delay);
        new TooManyRequestsException(Delay).Error.RetryAfter.Should().Be(Delay);
        new TemporarilyUnavailableException(Delay).Error.RetryAfter.Should().Be(Delay);
        new SlowDownException(Delay).Error.RetryAfter.Should().Be(Delay);
    }

    [Fact]
    public void Data_OfAPeer_IsReadByTheTypedException()
    {
        LinkError error = new(LinkErrorDefinitions.MissingFields) { Data = JsonElement.Parse("""{"fields":["a",1,"b"]}""") };

        error.ToException().Should().BeOfType<MissingFieldsException>().Which.Fields.Should().Equal("a", "b");
    }
}
