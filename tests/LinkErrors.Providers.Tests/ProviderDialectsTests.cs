using LinkErrors.Client;
using LinkErrors.Dialects;

namespace LinkErrors.Providers.Tests;

/// <summary>Every statement reads what its provider was seen to answer, through the reader of the client.</summary>
public sealed class ProviderDialectsTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            TheoryData<string, string> rows = [];
            foreach (ProviderShapes shapes in ProviderShapes.All)
            {
                foreach (ProviderShape shape in shapes.Shapes)
                {
                    rows.Add(shapes.Provider, shape.What);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string> Providers => [.. ProviderDialects.All.Select(dialect => dialect.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Shape_OfAProvider_IsReadAsItsStatementSays(string provider, string what)
    {
        ProviderShapes shapes = ProviderShapes.All.Single(shapes => shapes.Provider == provider);
        ProviderShape shape = shapes.Shapes.Single(shape => shape.What == what);

        LinkErrorReading reading = Read(shapes.Dialect, shape);

        ProviderShapeReading want = shape.Want;
        reading.IsError.Should().Be(want.Read, reading.ToString());
        if (reading.Error is { } error)
        {
            error.Code.Should().Be(want.Code);
            error.Origin!.Dialect.Should().Be(provider);
            error.Origin.WireCode.Should().Be(want.WireCode);
            error.Origin.WireText.Should().Be(want.Text);
            error.ReferenceId.Should().Be(want.ReferenceId);
            error.RetryAfter.Should().Be(want.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
            error.Scopes.Should().Equal(want.Scopes);
            error.IsTransient.Should().Be(want.Transient ?? error.IsTransient);
        }
    }

    // Rows of the table that no recorded shape has: the code in the place of another, in an answer of the provider.
    [Theory]
    [MemberData(nameof(Providers))]
    public void Table_OfAProvider_ReadsEveryRow(string provider)
    {
        JsonLinkErrorDialect dialect = ProviderDialects.All.Single(dialect => dialect.Name == provider);

        foreach ((string code, string? subCode, string canonical) in dialect.Codes.Rows)
        {
            LinkErrorResponse response = Answer.Of(dialect.Code.First(path => !path.StartsWith("header:", StringComparison.Ordinal)), code, subCode is null ? null : dialect.SubCode[0], subCode);

            dialect.ReadResponse(response, LinkErrorCatalog.Default)!.Code.Should().Be(canonical, $"the row {code} {subCode} says so");
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Shapes_OfAProvider_AreTwoErrorsAndASuccessWithTheirSources(string provider)
    {
        IReadOnlyList<ProviderShape> shapes = ProviderShapes.All.Single(shapes => shapes.Provider == provider).Shapes;

        shapes.Count(shape => shape.Want.Read).Should().BeGreaterThanOrEqualTo(2);
        shapes.Count(shape => !shape.Want.Read && shape.Status < 400).Should().BeGreaterThanOrEqualTo(1);
        shapes.Should().OnlyContain(shape => shape.Sources.Count > 0 && shape.Sources.All(IsPublic));
        shapes.Select(shape => shape.What).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Files_OfTheShapes_AreThoseOfTheProviders()
    {
        Directory.EnumerateFiles(ProviderShapes.Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
            .Should().BeEquivalentTo(ProviderDialects.All.Select(dialect => dialect.Name));
        ProviderDialects.All.Should().BeInAscendingOrder(dialect => dialect.Name, StringComparer.Ordinal);
        typeof(ProviderDialects).GetProperties().Should().HaveCount(ProviderDialects.All.Count + 1, "all of them are in the list");
    }

    /// <summary>An address, a repository and a path, or a standard.</summary>
    private static bool IsPublic(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out Uri? address) ? address.Scheme == Uri.UriSchemeHttps
        : source.StartsWith("RFC ", StringComparison.Ordinal) || (source.Split(", ") is [var repository, _] && repository.Contains('/', StringComparison.Ordinal));

    private static LinkErrorReading Read(LinkErrorDialectReader dialect, ProviderShape shape)
    {
        LinkErrorClientOptions options = new() { Reader = { Dialect = dialect } };
        LinkErrorReader reader = new(options.Reader);
        return shape.Url is { } url ? reader.ReadCallback(url)
            : !dialect.ReadsStatus(shape.Status) ? LinkErrorReading.None(LinkErrorUnreadable.NoError, "Nobody looks at a success.")
            : reader.ReadResponse(shape.Status, shape.Headers, shape.BodyText);
    }
}
