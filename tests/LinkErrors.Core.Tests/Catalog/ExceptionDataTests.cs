using System.Text.Json;
using LinkErrors.Exceptions;

namespace LinkErrors.Core.Tests.Catalog;

/// <summary>What a family knows goes by its properties into the error.</summary>
public sealed class ExceptionDataTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, (LinkException Exception, string? Data)> Exceptions = new(StringComparer.Ordinal)
    {
        ["credentials"] = (new ProviderCredentialException { Provider = "Fitbit" }, """{"provider":"Fitbit"}"""),
        ["password"] = (new ProviderPasswordExpiredException { Provider = "Fitbit" }, """{"provider":"Fitbit"}"""),
        ["api"] = (new ProviderApiException { Provider = "Fitbit" }, """{"provider":"Fitbit"}"""),
        ["region"] = (new UnsupportedRegionException { Region = "eu-1" }, """{"region":"eu-1"}"""),
        ["duplicate"] = (new DuplicateConnectionException { Provider = "Fitbit" }, """{"provider":"Fitbit"}"""),
        ["mfa"] = (new IncorrectMfaCodeException { Provider = "Fitbit" }, """{"provider":"Fitbit"}"""),
        ["cancelled"] = (new UserCancelledException { Provider = "Fitbit" }, """{"provider":"Fitbit"}"""),
        ["provider"] = (new ProviderErrorException { Provider = "Fit\"bit\\" }, """{"provider":"Fit\"bit\\"}"""),
        ["rejected"] = (new ProviderTokenRejectedException { Provider = "ORCID" }, """{"provider":"ORCID"}"""),
        ["fields"] = (new MissingFieldsException { Fields = ["a", "b"] }, """{"fields":["a","b"]}"""),
        ["no fields"] = (new MissingFieldsException { Fields = [] }, null),
        ["content"] = (new UnprocessableEntityException { Fields = ["a"] }, """{"fields":["a"]}"""),
        ["entity missing"] = (new EntityMissingException { Entity = "User" }, """{"entity":"User"}"""),
        ["entity invalid"] = (new EntityInvalidException { Entity = "User" }, """{"entity":"User"}"""),
        ["empty text"] = (new EntityInvalidException { Entity = "" }, null),

        // RFC 9470 §3 and RFC 9449 §8.
        ["step up"] = (new InsufficientUserAuthenticationException { AcrValues = "gold", MaxAge = TimeSpan.FromSeconds(5.9) }, """{"acr_values":"gold","max_age":5}"""),
        ["step up acr"] = (new InsufficientUserAuthenticationException { AcrValues = "gold" }, """{"acr_values":"gold"}"""),
        ["step up age"] = (new InsufficientUserAuthenticationException { MaxAge = TimeSpan.Zero }, """{"max_age":0}"""),
        ["nonce"] = (new UseDPoPNonceException { Nonce = "n-1" }, """{"dpop_nonce":"n-1"}"""),
    };

    public static TheoryData<string> Keys { get; } = [.. Exceptions.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Property_WithKnowledge_PutsItInData(string key)
    {
        (LinkException exception, string? data) = Exceptions[key];

        exception.Error.Should().Be(new LinkError(exception.Error.Definition) { Data = data is null ? null : JsonElement.Parse(data) });
    }

    [Fact]
    public void Properties_OfExceptions_ReadTheDataBack()
    {
        new ProviderErrorException { Provider = "Fitbit" }.Provider.Should().Be("Fitbit");
        new ProviderErrorException().Provider.Should().BeNull();
        new MissingFieldsException { Fields = ["a", "b"] }.Fields.Should().Equal("a", "b");
        new MissingFieldsException().Fields.Should().BeEmpty();
        new UnprocessableEntityException { Fields = ["a"] }.Fields.Should().Equal("a");
        new UseDPoPNonceException { Nonce = "n-1" }.Nonce.Should().Be("n-1");
        new UseDPoPNonceException().Nonce.Should().BeNull();
        new UnsupportedRegionException { Region = "eu-1" }.Region.Should().Be("eu-1");
        new EntityInvalidException { Entity = "User" }.Entity.Should().Be("User");
        new InsufficientUserAuthenticationException { AcrValues = "gold", MaxAge = TimeSpan.FromSeconds(5) }.AcrValues.Should().Be("gold");
        new InsufficientUserAuthenticationException { AcrValues = "gold", MaxAge = TimeSpan.FromSeconds(5) }.MaxAge.Should().Be(TimeSpan.FromSeconds(5));
        new InsufficientUserAuthenticationException().MaxAge.Should().BeNull();
    }

    // RFC 6750 §3: every scope that the operation needs.
    [Fact]
    public void Scopes_OfExceptions_AreKeptInOrder()
    {
        new InsufficientScopeException { Scopes = ["b", "a"] }.Error.Scopes.Should().Equal("b", "a");
        new RequiredScopesNotGrantedException { Scopes = ["b", "a"] }.Error.Scopes.Should().Equal("b", "a");
        new InvalidScopeException { Scopes = ["b", "a"] }.Error.Scopes.Should().Equal("b", "a");
    }

    // RFC 9110 §10.2.3, RFC 6585 §4, RFC 8628 §3.5.
    [Fact]
    public void RetryAfter_OfExceptions_IsKept()
    {
        new RateLimitedException { RetryAfter = Delay }.Error.RetryAfter.Should().Be(Delay);
        new TooManyRequestsException { RetryAfter = Delay }.Error.RetryAfter.Should().Be(Delay);
        new TemporarilyUnavailableException { RetryAfter = Delay }.Error.RetryAfter.Should().Be(Delay);
        new SlowDownException { RetryAfter = Delay }.Error.RetryAfter.Should().Be(Delay);
    }

    [Fact]
    public void Properties_SetTogether_AreKeptTogether()
    {
        UnsupportedRegionException exception = new("debug") { Provider = "Fitbit", Region = "eu-1", RetryAfter = Delay, Scopes = ["a"], PublicMessage = "Not here." };

        exception.Error.Should().Be(new LinkError(LinkErrorDefinitions.UnsupportedRegion)
        {
            Data = JsonElement.Parse("""{"provider":"Fitbit","region":"eu-1"}"""),
            RetryAfter = Delay,
            Scopes = ["a"],
            Message = "Not here.",
        });
        exception.DebugMessage.Should().Be("debug");
    }

    // A peer may send a number that no time of .NET can hold.
    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("-1")]
    [InlineData("\"soon\"")]
    public void MaxAge_OfAPeerThatIsNoTime_IsNull(string value)
    {
        LinkError error = new(LinkErrorDefinitions.InsufficientUserAuthentication) { Data = JsonElement.Parse($$"""{"max_age":{{value}}}""") };

        error.ToException().Should().BeOfType<InsufficientUserAuthenticationException>().Which.MaxAge.Should().BeNull();
    }

    [Fact]
    public void Data_OfAPeer_IsReadByTheTypedException()
    {
        LinkError error = new(LinkErrorDefinitions.MissingFields) { Data = JsonElement.Parse("""{"fields":["a",1,"b"]}""") };

        error.ToException().Should().BeOfType<MissingFieldsException>().Which.Fields.Should().Equal("a", "b");
    }
}
