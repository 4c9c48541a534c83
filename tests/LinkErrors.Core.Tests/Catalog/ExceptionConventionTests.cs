using System.Reflection;
using LinkErrors.Core.Tests.Dialects;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;

namespace LinkErrors.Core.Tests.Catalog;

public sealed class ExceptionConventionTests
{
    private static readonly Type[] Exported =
        [.. typeof(LinkException).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LinkException)))];

    private static readonly Type[] Sealed = [.. Exported.Where(type => type.IsSealed)];

    private static readonly Type[] Families = [.. Exported.Where(type => !type.IsSealed)];

    public static TheoryData<string> Names { get; } = [.. SpecifiedCodes.All.Select(row => row.Exception)];

    [Fact]
    public void Exceptions_Exported_AreTheSpecifiedOnes()
    {
        Sealed.Select(type => type.Name).Should().HaveCount(95).And.BeEquivalentTo(SpecifiedCodes.All.Select(row => row.Exception));
        Exported.Should().OnlyContain(type => type.Namespace == typeof(LinkTokenException).Namespace);
    }

    [Fact]
    public void Families_Exported_AreAbstractAndClosed()
    {
        Families.Should().BeEquivalentTo(
        [
            typeof(LinkTokenException),
            typeof(ProviderException),
            typeof(CallbackException),
            typeof(SessionException),
            typeof(LoginAttemptException),
            typeof(PasskeyException),
            typeof(LinkRequestException),
            typeof(OAuthException),
            typeof(OAuthExtensionException),
            typeof(OpenIdConnectException),
            typeof(BackchannelAuthenticationException),
            typeof(ResourceException),
        ]);
        Families.Should().OnlyContain(type => type.IsAbstract && type.BaseType == typeof(LinkException) && type.GetConstructors().Length == 0);
        Families.Should().OnlyContain(family => Sealed.Any(type => type.BaseType == family), "a family has members");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Exception_Type_HasAFamilyAndOnePublicConstructor(string name)
    {
        Type type = Sealed.Single(type => type.Name == name);

        Families.Should().Contain(type.BaseType!);
        ParameterInfo[] parameters = type.GetConstructors().Should().ContainSingle().Which.GetParameters();
        parameters.Select(parameter => (parameter.Name, parameter.ParameterType, parameter.HasDefaultValue, parameter.DefaultValue)).Should().Equal(
            [("debugMessage", typeof(string), true, null), ("innerException", typeof(Exception), true, null)],
            "the first string that is written into an exception is for the log, and what the exception knows is named");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Exception_WithoutArguments_IsTheBareErrorOfItsCode(string name)
    {
        string code = SpecifiedCodes.All.Single(row => row.Exception == name).Code;

        LinkException exception = Create(Sealed.Single(type => type.Name == name));

        exception.Code.Should().Be(code);
        exception.Error.Definition.Should().BeSameAs(LinkErrorCatalog.Default.Resolve(code));
        exception.Error.Should().Be(new LinkError(LinkErrorCatalog.Default.Resolve(code)), "nothing was said of it");
        exception.InnerException.Should().BeNull();
        exception.DebugMessage.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Exception_WithDebugAndCause_PassesThemOn(string name)
    {
        InvalidOperationException cause = new("cause");

        LinkException exception = Create(Sealed.Single(type => type.Name == name), "debug", cause);

        exception.DebugMessage.Should().Be("debug");
        exception.InnerException.Should().BeSameAs(cause);
        exception.PublicMessage.Should().NotContain("debug");
    }

    // What a developer writes first into an exception is often a URL with a token in it.
    [Theory]
    [MemberData(nameof(Names))]
    public void Exception_WithASecretAsItsFirstString_KeepsItOffTheWire(string name)
    {
        LinkException exception = Create(Sealed.Single(type => type.Name == name), "secret-token");

        exception.DebugMessage.Should().Be("secret-token");
        foreach (LinkErrorDialect dialect in LinkErrorDialects.All)
        {
            string wire = string.Join('\n', [.. Wire.Parameters(dialect, exception.Error), .. Wire.Headers(dialect, exception.Error), Wire.Body(dialect, exception.Error)]);

            wire.Length.Should().BePositive("{0} says something", dialect.Name);
            wire.Should().NotContain("secret-token", "{0} is sent", dialect.Name);
        }
    }

    private static LinkException Create(Type type, string? debugMessage = null, Exception? innerException = null)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        return (LinkException)constructor.Invoke([debugMessage, innerException]);
    }
}
