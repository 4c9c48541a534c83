using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Dialects;

/// <summary>What one side writes, the other reads: every code in every dialect, on a redirect and as JSON.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string, string> Cases { get; } = ForEveryCode();

    [Fact]
    public void Cases_OfTheMatrix_AreEveryCodeInEveryDialect() => ForEveryCode().Count.Should().Be(95 * 7);

    // A row that names no code, or the code itself, would hide that nothing collapses any more.
    [Fact]
    public void Collapses_Listed_AreReal()
    {
        RoundTripCollapses.All.Should().HaveCount(38);
        foreach ((string dialect, string medium, string to, string reason, string[] from) in RoundTripCollapses.All)
        {
            Wire.DialectNames.Should().Contain(dialect);
            medium.Should().BeOneOf(RoundTripCollapses.Parameters, RoundTripCollapses.Json);
            reason.Should().NotBeEmpty();
            from.Should().NotBeEmpty().And.NotContain(to).And.BeSubsetOf(SpecifiedCodes.All.Select(row => row.Code));
        }

        RoundTripCollapses.All.SelectMany(row => row.From.Select(code => (row.Dialect, row.Medium, code))).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parameters_WrittenAndRead_AreTheSameError(string name, string code)
    {
        LinkErrorDialect dialect = Wire.Dialect(name);
        LinkErrorParameters received = Wire.Received(dialect, Wire.Error(code));

        LinkError read = dialect.ReadParameters(received, LinkErrorCatalog.Default)!;

        read.Code.Should().Be(RoundTripCollapses.Expected(name, RoundTripCollapses.Parameters, code));
        read.ToException().Error.Should().BeSameAs(read);
        read.Origin!.Dialect.Should().Be(name);
        Wire.Parameters(dialect, read).Should().Equal(received.Select(parameter => $"{parameter.Name}={parameter.Value}"), "what was read is written as it came");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Json_WrittenAndRead_IsTheSameError(string name, string code)
    {
        LinkErrorDialect dialect = Wire.Dialect(name);
        LinkErrorResponse response = Wire.Response(dialect, Wire.Error(code));

        LinkError read = dialect.ReadResponse(response, LinkErrorCatalog.Default)!;

        read.Code.Should().Be(RoundTripCollapses.Expected(name, RoundTripCollapses.Json, code));
        read.StatusCode.Should().Be(name == "junction" ? read.Definition.StatusCode : response.StatusCode);
        read.Origin!.Dialect.Should().Be(name);
        Wire.Body(dialect, read).Should().Be(Wire.Body(dialect, Wire.Error(code)), "what was read is written as it came");
    }

    // A peer's own definitions come back as themselves where the dialect carries any code.
    [Theory]
    [InlineData("junction")]
    [InlineData("orcidlink")]
    [InlineData("centralauth")]
    [InlineData("problem-details")]
    public void Json_OfOwnDefinition_ComesBackTyped(string name)
    {
        LinkErrorDefinition own = new("device_offline") { Message = "Offline.", StatusCode = 409 };
        LinkErrorCatalog catalog = LinkErrorCatalog.Default.Add(own);

        LinkErrorDialect dialect = Wire.Dialect(name);

        dialect.ReadResponse(Wire.Response(dialect, new LinkError(own)), catalog)!.Definition.Should().BeSameAs(own);
    }

    private static TheoryData<string, string> ForEveryCode()
    {
        TheoryData<string, string> cases = [];
        foreach (string dialect in Wire.DialectNames)
        {
            foreach ((string code, _) in SpecifiedCodes.All)
            {
                cases.Add(dialect, code);
            }
        }

        return cases;
    }
}
