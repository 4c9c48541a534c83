using System.Diagnostics.Metrics;
using FsCheck;
using FsCheck.Fluent;
using LinkErrors.Dialects;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkErrors.Tests.Responses;

/// <summary>
/// For any registered target and any error and state: the URL leads to the target and returns the state exactly, or there is none.
/// </summary>
public sealed class RedirectLocationProperties
{
    private static readonly string[] Hosts = ["client.example", "a.b-c.client_one.example", "xn--bcher-kva.example", "192.0.2.7", "[2001:db8::7]"];
    private static readonly string[] Names = ["a", "state", "error", "code", "error_type", "x%20y", "error_description", "st%61te", ""];
    private static readonly LinkErrorDialect[] Dialects = [.. LinkErrorDialects.All];
    private static readonly LinkErrorDefinition[] Definitions = [.. LinkErrorCatalog.Default];

    private static Gen<string> Pair =>
        from name in Gen.Elements(Names)
        from value in Gen.Elements("", "=", "=1", "=a%26b", "=+", "=a=b")
        select name + value;

    private static Gen<string> Registered =>
        from host in Gen.Elements(Hosts)
        from port in Gen.Elements("", ":1", ":443", ":8443", ":65535")
        from path in Gen.Elements("", "/", "/cb", "/a//b;c/", "/%20/x%2Fy")
        from query in Gen.OneOf(
            Gen.Constant(""),
            Gen.Constant("?"),
            Pair.ListOf().Select(pairs => "?" + string.Join('&', pairs)),
            Pair.ListOf().Select(pairs => "?" + string.Join('&', pairs) + "&"))
        select $"https://{host}{port}{path}{query}";

    /// <summary>Every UTF-16 code unit, so control characters and lone surrogates are among them; now and then 100,000 of them.</summary>
    private static Gen<string> AnyText =>
        from length in Gen.Frequency((12, Gen.Choose(0, 40)), (2, Gen.Choose(0, 9000)), (1, Gen.Constant(100_000)))
        from isAscii in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select CreateText(length, isAscii ? 0x7F : 0xFFFF, new Random(seed));

    [Fact]
    public void Location_OfAnyFlow_LeadsToTheTargetAndReturnsTheState()
    {
        Gen<(string Registered, string State, string Message, LinkErrorDialect Dialect, LinkErrorDefinition Definition, bool InFragment)> cases =
            from registered in Registered
            from state in AnyText
            from message in AnyText
            from dialect in Gen.Elements(Dialects)
            from definition in Gen.Elements(Definitions)
            from inFragment in Gen.Elements(true, false)
            select (registered, state, message, dialect, definition, inFragment);

        Prop.ForAll(cases.ToArbitrary(), row => Check(row.Registered, row.State, row.Message, row.Dialect, row.Definition, row.InFragment))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static readonly SearchReport Report = new(
        new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>(), NullLogger<SearchReport>.Instance);

    private static void Check(string registered, string state, string message, LinkErrorDialect dialect, LinkErrorDefinition definition, bool inFragment)
    {
        LinkFlowFactory factory = new(new OneClientStore(registered), Report);
        LinkFlow flow = factory.CreateAsync(new LinkFlowRequest { ClientId = "client", RedirectUri = registered, State = state }).AsTask().GetAwaiter().GetResult()!;
        if (flow.Target is null)
        {
            bool canReturn = Uri.EscapeDataString(state).Length <= 8192 && state.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
            canReturn.Should().BeFalse("only a state that cannot be returned costs the target");
            return;
        }

        LinkErrorParameters parameters = [];
        dialect.WriteParameters(new LinkError(definition) { Message = message, State = flow.State }, LinkErrorWriteContext.Default, parameters);
        string location = RedirectLocation.Build(flow.Target, parameters, maximumLength: 2048, inFragment);

        string start = inFragment ? registered + "#" : registered.Split('?')[0] + "?";
        location.Should().StartWith(start);
        location.Should().MatchRegex("^[\x21-\x7e]+$");
        bool hasEmptyPair = registered.Contains("?&", StringComparison.Ordinal) || registered.Contains("&&", StringComparison.Ordinal);
        (inFragment || hasEmptyPair || !location.Contains("?&", StringComparison.Ordinal)).Should().BeTrue("{0} has no empty pair of ours", location);
        BrowserUrl.ShouldLeadTo(location, registered);

        LinkErrorParameters received = LinkErrorParameters.Parse(location[start.Length..]);
        foreach (LinkErrorParameter written in parameters.Where(parameter => !parameter.IsText))
        {
            received.Where(parameter => parameter.Name == written.Name).Should().ContainSingle().Which.Value.Should().Be(written.Value);
        }

        if (parameters.Any(parameter => parameter.Name == "state" && parameter.Value == state))
        {
            received.Find("state").Should().Be(state);
        }
    }

    private static string CreateText(int length, int maximum, Random random) =>
        string.Create(length, (maximum, random), static (span, source) =>
        {
            foreach (ref char character in span)
            {
                character = (char)source.random.Next(source.maximum + 1);
            }
        });

    private sealed class OneClientStore(string registered) : ILinkClientStore
    {
        private readonly LinkClient _client = new("client", [registered]);

        public ValueTask<LinkClient?> FindByIdAsync(string clientId, CancellationToken cancellationToken) => ValueTask.FromResult<LinkClient?>(_client);

        public ValueTask<LinkClient?> FindByRedirectUriAsync(string redirectUri, CancellationToken cancellationToken) => ValueTask.FromResult<LinkClient?>(null);
    }
}
