using System.Reflection;
using LinkErrors.Core.Tests.Errors;
using LinkErrors.Exceptions;

namespace LinkErrors.Core.Tests.Exceptions;

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
        parameters.Should().OnlyContain(parameter => parameter.HasDefaultValue, "throwing it takes one line");
        parameters[^2].Name.Should().Be("debugMessage");
        parameters[^1].Name.Should().Be("innerException");
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

    private static LinkException Create(Type type, string? debugMessage = null, Exception? innerException = null)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        object?[] arguments = [.. constructor.GetParameters().SkipLast(2).Select(parameter => parameter.DefaultValue), debugMessage, innerException];
        return (LinkException)constructor.Invoke(arguments);
    }
}
