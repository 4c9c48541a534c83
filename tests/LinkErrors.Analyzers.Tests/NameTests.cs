using System.Globalization;

namespace LinkErrors.Analyzers.Tests;

/// <summary>LE0002: the names of dialects and codes are those of the library's constants.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: [|\"zapper\"|]);", "There is no dialect 'zapper'; did you mean 'zapier'?")]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(LinkEndpointKind.Api, [|\"problem_details\"|]);", "There is no dialect 'problem_details'; did you mean 'problem-details'?")]
    [InlineData("app.MapGet(\"/\", [LinkErrors(Dialect = [|\"oauth2\"|])] () => 1);", "There is no dialect 'oauth2'; did you mean 'oauth'?")]
    [InlineData("app.MapGet(\"/\", [LinkErrors(LinkEndpointKind.Api, [|\"orcid-link\"|])] () => 1);", "There is no dialect 'orcid-link'; did you mean 'orcidlink'?")]
    [InlineData("context.SetLinkErrors(LinkEndpointKind.Api, [|\"centralAuht\"|]);", "There is no dialect 'centralAuht'; did you mean 'centralauth'?")]
    [InlineData("services.AddLinkErrors(options => options.Dialect = [|\"junktion\"|]);", "There is no dialect 'junktion'; did you mean 'junction'?")]
    [InlineData("_ = new LinkClientOptions { Dialect = [|\"lop\"|] };", "There is no dialect 'lop'; did you mean 'loop'?")]
    [InlineData("app.MapGet(\"/\", [ProducesLinkErrors(\"not_found\", [|\"link_token_expird\"|])] () => 1);", "There is no code 'link_token_expird'; did you mean 'link_token_expired'?")]
    [InlineData("_ = error.Code == [|\"LinkTokenExpired\"|];", "There is no code 'LinkTokenExpired'; did you mean 'link_token_expired'?")]
    [InlineData("_ = [|\"user_canceled\"|] != exception.Code;", "There is no code 'user_canceled'; did you mean 'user_cancelled'?")]
    [InlineData("_ = error.Code is \"not_found\" or [|\"confilct\"|];", "There is no code 'confilct'; did you mean 'conflict'?")]
    [InlineData("_ = error is { Code: not [|\"sesion_expired\"|] };", "There is no code 'sesion_expired'; did you mean 'session_expired'?")]
    [InlineData("_ = error.Definition.Code switch { [|\"acess_denied\"|] => 1, _ => 2 };", "There is no code 'acess_denied'; did you mean 'access_denied'?")]
    [InlineData("switch (error.Code) { case [|\"acess_denied\"|]: break; }", "There is no code 'acess_denied'; did you mean 'access_denied'?")]
    [InlineData("_ = LinkErrorCatalog.Default.Resolve([|\"invalid_grand\"|]);", "There is no code 'invalid_grand'; did you mean 'invalid_grant'?")]
    [InlineData("_ = new JsonLinkErrorDialect(\"acme\") { Codes = { [\"E1\"] = [|\"invalid_grand\"|] } };", "There is no code 'invalid_grand'; did you mean 'invalid_grant'?")]
    [InlineData("_ = new LinkErrorReaderOptions { Codes = { [\"E1\"] = [|\"invalid_grand\"|] } };", "There is no code 'invalid_grand'; did you mean 'invalid_grant'?")]
    [InlineData("_ = string.Equals(error.Code, [|\"acess_denied\"|], StringComparison.Ordinal);", "There is no code 'acess_denied'; did you mean 'access_denied'?")]
    [InlineData("_ = string.Equals([|\"acess_denied\"|], exception.Code);", "There is no code 'acess_denied'; did you mean 'access_denied'?")]
    [InlineData("_ = error.Code.Equals([|\"acess_denied\"|]);", "There is no code 'acess_denied'; did you mean 'access_denied'?")]
    [InlineData("_ = error.Code.Equals([|\"acess_denied\"|], StringComparison.OrdinalIgnoreCase);", "There is no code 'acess_denied'; did you mean 'access_denied'?")]
    [InlineData("_ = [|\"acess_denied\"|].Equals(error.Code);", "There is no code 'acess_denied'; did you mean 'access_denied'?")]
    [InlineData("_ = error.Code.Equals([|\"Access_Denied\"|]);", "There is no code 'Access_Denied'; did you mean 'access_denied'?")]
    // A use defines nothing, and neither does a thing that is no dialect and no error.
    [InlineData("_ = new LinkClient(\"a\", [\"https://a.example/\"], [|\"junktion\"|]);", "There is no dialect 'junktion'; did you mean 'junction'?")]
    [InlineData("LinkClient client = new(\"a\", [\"https://a.example/\"], dialect: [|\"junktion\"|]);", "There is no dialect 'junktion'; did you mean 'junction'?")]
    [InlineData("_ = new LinkErrorsAttribute(LinkEndpointKind.Api, [|\"junktion\"|]);", "There is no dialect 'junktion'; did you mean 'junction'?")]
    [InlineData("_ = new Exception(\"zapper\"); app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: [|\"zapper\"|]);", "There is no dialect 'zapper'; did you mean 'zapier'?")]
    [InlineData("_ = new LinkErrorDefinition(\"zapper\"); app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: [|\"zapper\"|]);", "There is no dialect 'zapper'; did you mean 'zapier'?")]
    [InlineData("_ = new JsonLinkErrorDialect(\"forbiden\"); _ = error.Code == [|\"forbiden\"|];", "There is no code 'forbiden'; did you mean 'forbidden'?")]
    [InlineData("context.SetLinkErrors(dialect: [|\"lopp\"|]);", "There is no dialect 'lopp'; did you mean 'loop'?")]
    public async Task Name_ThatIsMisspelt_IsFoundWithTheOneThatWasMeant(string statement, string message)
    {
        (await Of(statement).CheckAsync(new NameAnalyzer())).Single().GetMessage(CultureInfo.InvariantCulture).Should().Be(message);
    }

    [Theory]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"zapier\");")]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"Zapier\");")] // The library compares them without regard to case.
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: LinkErrorDialectNames.Zapier);")]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"acme\");")]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: null);")]
    [InlineData("app.MapGet(\"/zapper\", () => \"zapper\").WithName(\"zapper\");")]
    [InlineData("Other.Take(dialect: \"zapper\", code: \"acess_denied\");")]
    [InlineData("_ = new Other { Dialect = \"zapper\" };")]
    [InlineData("_ = error.Code == \"access_denied\";")]
    [InlineData("_ = error.Code == \"device_offline\";")]
    [InlineData("_ = error.State == \"acess_denied\";")]
    [InlineData("_ = error.Code.StartsWith(\"acces_\", StringComparison.Ordinal);")]
    [InlineData("_ = new JsonLinkErrorDialect(\"acme\") { Codes = { [\"acess_denied\"] = \"access_denied\" } };")]
    // What the application defines itself is no slip.
    [InlineData("_ = new JsonLinkErrorDialect(\"loops\"); app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"loops\");")]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"zapier2\");")]
    [InlineData("_ = new LinkErrorDefinition(\"forbiden\"); _ = error.Code == \"forbiden\";")]
    [InlineData("LinkErrorDefinition definition = new(\"forbiden\"); _ = error.Code == \"forbiden\";")]
    [InlineData("_ = new LinkErrorDefinition(\"a\") { Aliases = [\"forbiden\"] }; _ = LinkErrorCatalog.Default.Resolve(\"forbiden\");")]
    [InlineData("_ = new LinkErrorDefinition(\"a\") { Aliases = new[] { \"forbiden\" } }; _ = LinkErrorCatalog.Default.Resolve(\"forbiden\");")]
    [InlineData("_ = new Concrete(\"loops\"); app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"loops\");")]
    [InlineData("Concrete dialect = new(\"loops\"); app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"loops\");")]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"zapierr\").WithLinkErrors(dialect: \"zappier\").WithLinkErrors(dialect: \"zapie\");")]
    [InlineData("app.MapGet(\"/\", () => 1).WithLinkErrors(dialect: \"junctions\"); context.SetLinkErrors(dialect: \"oaut\");")]
    // Compared so, they are the same.
    [InlineData("_ = string.Equals(error.Code, \"ACCESS_DENIED\", StringComparison.OrdinalIgnoreCase);")]
    [InlineData("_ = error.Code.Equals(\"ACCESS_DENIED\", StringComparison.InvariantCultureIgnoreCase);")]
    [InlineData("foreach (StringComparison how in Enum.GetValues<StringComparison>()) { _ = error.Code.Equals(\"ACCESS_DENIED\", how); }")]
    [InlineData("_ = string.Equals(error.State, \"acess_denied\", StringComparison.Ordinal);")]
    [InlineData("_ = new Other().Equals(error.Code, \"acess_denied\");")]
    public async Task Name_ThatExistsOrIsLikeNone_IsLeftAlone(string statement)
    {
        await Of(statement).CheckAsync(new NameAnalyzer());
    }

    [Fact]
    public async Task Fix_OfAMisspeltName_WritesTheOneThatWasMeant()
    {
        string? mended = await Of("_ = error.Code == [|\"acess_denied\"|] /* here */;").FixAsync(new NameAnalyzer(), new NameFix());

        mended.Should().Contain("_ = error.Code == \"access_denied\" /* here */;");
    }

    // Every name of the library is one that the rule knows: there is no second list.
    [Fact]
    public async Task Names_OfTheLibrary_AreAllKnown()
    {
        IEnumerable<string> dialects = LinkErrors.Dialects.LinkErrorDialects.All.Select(dialect => $"context.SetLinkErrors(dialect: \"{dialect.Name}\");");
        IEnumerable<string> codes = LinkErrorCatalog.Default.Select(definition => $"_ = error.Code == \"{definition.Code}\";");

        await Of(string.Join('\n', dialects.Concat(codes))).CheckAsync(new NameAnalyzer());
    }

    private static Subject Of(string statement) => new(
        $$"""
        public sealed class Other
        {
            public string Dialect { get; set; } = "";
            public string Name => "lopp";
            private string _text = "lopp";
            public static void Take(string dialect, string code) { }
            public bool Equals(string code, string other) => _text is null;
        }
        public static class Constants { public const string Own = "junctions"; public static readonly string Another = "oaut"; }
        public abstract class Named(string name) : LinkErrorDialect { public override string Name => name; }
        public sealed class Concrete(string name) : LinkErrorDialectReader { public override string Name => name; }
        public abstract class Zapierr() : Named("zapierr");
        public abstract class Zappier : Named { protected Zappier() : base("zappier") { } }
        public abstract class Zapie : LinkErrorDialectReader { public override string Name { get { return "zapie"; } } }
        public abstract class Zapier2 : LinkErrorDialect { public override string Name => "zapier2"; }
        public static class Subject
        {
            public static void Run(IEndpointRouteBuilder app, HttpContext context, IServiceCollection services, LinkError error, LinkException exception)
            {
                {{statement}}
            }
        }
        """);
}
