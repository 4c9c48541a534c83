namespace LinkErrors.Core.Tests.Catalog;

public sealed class LinkErrorCatalogTests
{
    private static readonly LinkErrorDefinition Own = new("device_offline");

    [Fact]
    public void Add_NewCode_MakesANewCatalog()
    {
        LinkErrorCatalog catalog = LinkErrorCatalog.Default.Add(Own);

        catalog.Should().HaveCount(LinkErrorCatalog.Default.Count + 1).And.EndWith(Own);
        catalog.TryFind("device_offline", out LinkErrorDefinition? found).Should().BeTrue();
        found.Should().BeSameAs(Own);
        LinkErrorCatalog.Default.TryFind("device_offline", out _).Should().BeFalse("a catalog is immutable");
    }

    [Fact]
    public void Add_KnownCode_IsRefused() =>
        FluentActions.Invoking(() => LinkErrorCatalog.Default.Add(new LinkErrorDefinition("invalid_request")))
            .Should().Throw<ArgumentException>().WithMessage("*'invalid_request'*a code means one thing*");

    [Fact]
    public void Add_SameCodeTwice_IsRefused() =>
        FluentActions.Invoking(() => LinkErrorCatalog.Default.Add(Own, Own)).Should().Throw<ArgumentException>().WithMessage("*'device_offline'*");

    // Codes are compared letter for letter: invalidToken of one system is not invalidtoken of another.
    [Fact]
    public void Add_CodeOfOtherCase_IsAnotherCode() =>
        LinkErrorCatalog.Default.Add(new LinkErrorDefinition("Invalid_Request")).Resolve("Invalid_Request").Code.Should().Be("Invalid_Request");

    [Fact]
    public void Add_Null_IsRefused() =>
        FluentActions.Invoking(() => LinkErrorCatalog.Default.Add(null!)).Should().Throw<ArgumentNullException>().WithParameterName("definitions");

    [Fact]
    public void TryFind_UnknownCode_IsFalse()
    {
        LinkErrorCatalog.Default.TryFind("no_such_code", out LinkErrorDefinition? definition).Should().BeFalse();
        definition.Should().BeNull();
    }

    [Fact]
    public void Resolve_UnknownCode_IsABareEntry()
    {
        LinkErrorDefinition definition = LinkErrorCatalog.Default.Resolve("no_such_code");

        definition.Code.Should().Be("no_such_code");
        definition.OAuthCode.Should().Be("no_such_code", "an unknown code of a peer is handed on as it is");
        definition.StatusCode.Should().Be(400);
        definition.MayRedirect.Should().BeTrue();
        definition.IsTransient.Should().BeFalse();
        new LinkError(definition).ToException().Should().BeOfType<LinkException>();
    }

    [Fact]
    public void Resolve_ImpossibleCode_IsRefused() =>
        FluentActions.Invoking(() => LinkErrorCatalog.Default.Resolve("no such code")).Should().Throw<ArgumentException>();
}
