using System.Globalization;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LinkErrors.Tests.Handling;

/// <summary>
/// What an error leaves in the log. Expected errors are everyday traffic and attackers can cause them at will, so they
/// cost one line without a stack; text of others never breaks a line or steers a terminal.
/// </summary>
public sealed class LoggingTests
{
    private const string Hostile = "a\r\nERROR forged\u0085x\u2028y\u2029z\u001b[31m\u0000\u007f\u202e\t";

    [Theory]
    [InlineData("", "Json")]
    [InlineData(LabSettings.Flow, "Redirect")]
    public async Task ExpectedError_Thrown_IsOneInformationLineWithoutStack(string query, string delivery)
    {
        await using TestApp app = await StartAsync(string () => throw new LinkTokenExpiredException("token 17 of user 4", new InvalidOperationException()));

        using HttpResponseMessage response = await app.Client.GetAsync("/" + query);

        LogEntry entry = app.Log.Own.Should().ContainSingle().Which;
        entry.Level.Should().Be(LogLevel.Information);
        entry.EventId.Should().Be(new EventId(1, "LinkErrorAnswered"));
        entry.Exception.Should().BeNull();
        entry.Text.Should().ContainAll("link_token_expired", delivery, "oauth", "token 17 of user 4");
    }

    [Fact]
    public async Task ExpectedError_Returned_IsOneInformationLine()
    {
        await using TestApp app = await StartAsync(() => TypedResults.LinkError(LinkErrorDefinitions.LinkTokenExpired));

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        LogEntry entry = app.Log.Own.Should().ContainSingle().Which;
        entry.Level.Should().Be(LogLevel.Information);
        entry.Exception.Should().BeNull();
    }

    /// <summary>Without a stack, the causes are what an operator has.</summary>
    [Fact]
    public async Task ExpectedError_WithCauses_NamesThemInItsLine()
    {
        Exception cause = new HttpRequestException("Refused.", new IOException("Reset.\nBy peer."));
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", string () => throw new ProviderApiException("The third attempt.", cause) { Provider = "Acme" });
        });

        await app.Client.GetAsync("/");

        app.Log.Own.Should().ContainSingle().Which.Text.Should().Contain(
            "provider_api_error: The third attempt. <- HttpRequestException: Refused. <- IOException: Reset.\\u000ABy peer.");
    }

    [Fact]
    public async Task MappedException_OfAClientError_IsOneInformationLine()
    {
        await using TestApp app = await StartAsync(
            string () => throw new FileNotFoundException("secret"),
            builder => builder.Services.AddLinkErrors(options => options.Map<FileNotFoundException>(LinkErrorDefinitions.NotFound)));

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        app.Log.Own.Should().ContainSingle().Which.Level.Should().Be(LogLevel.Information);
    }

    [Fact]
    public async Task UnexpectedException_OnALinkEndpoint_IsOneErrorWithTheExceptionAndTheReference()
    {
        InvalidOperationException exception = new("secret");
        await using TestApp app = await StartAsync(string () => throw exception, dialect: "problem-details");

        using HttpResponseMessage response = await app.Client.GetAsync("/");
        string body = await response.Content.ReadAsStringAsync();

        LogEntry entry = app.Log.Own.Should().ContainSingle().Which;
        entry.Level.Should().Be(LogLevel.Error);
        entry.EventId.Should().Be(new EventId(2, "UnexpectedExceptionAnswered"));
        entry.Exception.Should().BeSameAs(exception);
        entry.Text.Should().NotContain("secret", "the exception carries its own text");
        string reference = System.Text.Json.JsonElement.Parse(body).GetProperty("traceId").GetString()!;
        entry.Text.Should().Contain(reference, "whoever quotes the reference can be found in the log");
    }

    /// <summary>An operator who wants faults alone still gets those that nobody expected, and no others.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Errors_WhereOnlyFaultsAreLogged_AreThoseThatNobodyExpected(bool isUnexpected)
    {
        await using TestApp app = await StartAsync(
            string () => throw (isUnexpected ? new InvalidOperationException() : new LinkTokenExpiredException()), builder => builder.Logging.AddFilter("LinkErrors", LogLevel.Error));

        await app.Client.GetAsync("/");

        app.Log.Own.Select(entry => entry.EventId.Name).Should().Equal(isUnexpected ? ["UnexpectedExceptionAnswered"] : []);
    }

    /// <summary>Who asks an operator to look: an error of this service or of one that it asks is a warning, and only what nobody expected has a stack.</summary>
    [Theory]
    [InlineData("client's", LogLevel.Information, 1)]
    [InlineData("own", LogLevel.Warning, 6)]
    [InlineData("upstream's", LogLevel.Warning, 6)]
    [InlineData("returned", LogLevel.Warning, 6)]
    [InlineData("bare status", LogLevel.Warning, 6)]
    [InlineData("mapped", LogLevel.Warning, 6)]
    [InlineData("mapped by an event", LogLevel.Warning, 6)]
    [InlineData("upstream out of reach", LogLevel.Warning, 6)]
    [InlineData("unexpected", LogLevel.Error, 2)]
    [InlineData("unexpected, with a message by an event", LogLevel.Error, 2)]
    public async Task Answer_OfEachKind_HasItsLevel(string kind, LogLevel level, int id)
    {
        Delegate endpoint = kind switch
        {
            "client's" => string () => throw new LinkTokenExpiredException(),
            "own" => string () => throw new ServerErrorException("The disk is full."),
            "upstream's" => string () => throw new ProviderApiException("Fitbit answers 503."),
            "returned" => () => TypedResults.LinkError(LinkErrorDefinitions.TemporarilyUnavailable),
            "bare status" => () => TypedResults.StatusCode(503),
            "mapped" => string () => throw new TimeZoneNotFoundException("secret"),
            "mapped by an event" => string () => throw new FileNotFoundException("secret"),
            "upstream out of reach" => string () => throw new HttpRequestException("Refused."),
            "unexpected, with a message by an event" => string () => throw new FormatException("secret"),
            _ => string () => throw new InvalidOperationException("secret"),
        };
        await using TestApp app = await StartAsync(endpoint, builder => builder.Services.AddLinkErrors(options =>
        {
            options.Map<TimeZoneNotFoundException>(_ => new LinkError(LinkErrorDefinitions.ServerError) { StatusCode = 503 });
            options.Events = new LinkErrorsEvents
            {
                OnMappingException = context => context.Error = context.Exception switch
                {
                    FileNotFoundException => new LinkError(LinkErrorDefinitions.TemporarilyUnavailable),
                    FormatException => context.Error! with { Message = "Call us." },
                    _ => context.Error,
                },
            };
        }));

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        LogEntry entry = app.Log.Own.Should().ContainSingle().Which;
        (entry.Level, entry.EventId.Id).Should().Be((level, id));
        (entry.Exception is not null).Should().Be(level == LogLevel.Error, "a stack is for what nobody expected");
    }

    /// <summary>Whatever an operator knows of an answer, every line that was written on the way to it is found by it.</summary>
    [Theory]
    [InlineData("expected", "LinkErrorAnswered", "client.example")]
    [InlineData("unexpected", "UnexpectedExceptionAnswered", "client.example")]
    [InlineData("plain", "LinkErrorAnswered ResponseFailed ResponseFailedCause", "client.example")]
    [InlineData("answered", "LinkErrorAnswered RespondedHandlerFailed ResponseFailedCause", "client.example")]
    [InlineData("refused", "RedirectUriRefused LinkErrorAnswered", "(none)")]
    public async Task Lines_OfOneAnswer_NameItsReferenceClientRouteAndTarget(string kind, string events, string host)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/link/{token}", string () => throw (kind == "unexpected" ? new InvalidOperationException() : new LinkTokenExpiredException())).WithLinkErrors(dialect: kind == "plain" ? "faulty" : null);
            },
            LabSettings.WithClient(),
            builder => builder.Services.AddLinkErrors(options => options.Events = new LinkErrorsEvents
            {
                OnResponded = _ => kind == "answered" ? throw new InvalidOperationException() : Task.CompletedTask,
            }).AddDialect(new StubDialect("faulty") { Parameters = _ => throw new InvalidOperationException() }));
        string flow = kind == "refused" ? LabSettings.Flow.Replace("%2Fcb", "%2Fcb2", StringComparison.Ordinal) : LabSettings.Flow;
        using HttpRequestMessage request = new(HttpMethod.Get, "/link/secret" + flow);
        request.Headers.TryAddWithoutValidation("traceparent", "00-22222222222222222222222222222222-b7ad6b7169203331-01");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");

        using HttpResponseMessage response = await app.Client.SendAsync(request);
        await app.DisposeAsync();

        LogEntry[] lines = [.. app.Log.Own.Where(entry => entry.EventId.Name != "DocumentationFailed")];
        lines.Select(entry => entry.EventId.Name).Should().Equal(events.Split(' '));
        foreach (LogEntry entry in lines)
        {
            entry.Values.Should().Contain("Reference", LinkErrors.Diagnostics.ShortReference.Of("22222222222222222222222222222222"))
                .And.Contain("ReferenceId", "22222222222222222222222222222222").And.Contain("ClientId", "web").And.Contain("Route", "/link/{token}");
            entry.Text.Should().NotContain("secret", "a path may have one");
            if (entry.EventId.Name != "RedirectUriRefused")
            {
                entry.Values.Should().Contain("TargetHost", host);
            }
        }
    }

    private static readonly Dictionary<string, Delegate> HostileEndpoints = new(StringComparer.Ordinal)
    {
        ["debug message"] = string () => throw new LinkTokenExpiredException(Hostile),
        ["public message"] = () => TypedResults.LinkError(LinkErrorDefinitions.ProviderError, Hostile),
        ["reference of a peer"] = () => TypedResults.LinkError(new LinkError(LinkErrorDefinitions.ProviderError) { ReferenceId = Hostile }),
        ["reference of a peer, unexpected"] = string () => throw new TimeZoneNotFoundException(),
        ["dialect"] = string (HttpContext context) =>
        {
            context.SetLinkErrors(dialect: Hostile);
            throw new LinkTokenExpiredException();
        },
        ["client and target"] = string () => throw new LinkTokenExpiredException(),
    };

    [Theory]
    [InlineData("debug message", "")]
    [InlineData("public message", "")]
    [InlineData("reference of a peer", "")]
    [InlineData("reference of a peer, unexpected", "")]
    [InlineData("dialect", "")]
    [InlineData("client and target", "?client_id=HOSTILE&redirect_uri=HOSTILE")]
    [InlineData("client and target", "?redirect_uri=HOSTILE")]
    [InlineData("client and target", "?client_id=web&redirect_uri=HOSTILE")]
    public async Task Text_OfOthers_IsLoggedOnOneLineWithoutControlCharacters(string endpoint, string query)
    {
        await using TestApp app = await StartAsync(HostileEndpoints[endpoint], builder => builder.Services.AddLinkErrors(options =>
            options.Map<TimeZoneNotFoundException>(_ => new LinkError(LinkErrorDefinitions.ServerError) { ReferenceId = Hostile })));

        using HttpResponseMessage response = await app.Client.GetAsync("/" + query.Replace("HOSTILE", Uri.EscapeDataString(Hostile), StringComparison.Ordinal));

        app.Log.Own.Should().NotBeEmpty();
        app.Log.Own.Should().Contain(entry => entry.Text.Contains("ERROR forged", StringComparison.Ordinal), "the case must reach the log at all");
        foreach (LogEntry entry in app.Log.Own)
        {
            entry.Text.Where(character => char.IsControl(character)
                || char.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format)
                .Should().BeEmpty($"of '{entry.Text}'");
        }
    }

    /// <summary>A store may make clients of what it is asked for, as one does that has a client for each tenant.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("&redirect_uri=https://other.example/cb")]
    public async Task ClientOfAStore_WithALineSeparatorInItsIdentifier_IsLoggedOnOneLine(string query)
    {
        await using TestApp app = await StartAsync(
            string () => throw new LinkTokenExpiredException(),
            builder => builder.Services.AddSingleton<ILinkClientStore>(new StubClientStore(
                _ => ValueTask.FromResult<LinkClient?>(new LinkClient("a\u2028forged", [LabSettings.RedirectUri, "https://client.example/cb2"])))));

        using HttpResponseMessage response = await app.Client.GetAsync("/?client_id=a%E2%80%A8forged" + query);

        LogEntry refused = app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "RedirectUriRefused").Which;
        refused.Text.Should().Contain("forged").And.NotContain("\u2028");
    }

    /// <summary>Where the exception itself is logged, console loggers print its text and its stack.</summary>
    [Fact]
    public async Task LinkException_ThatIsLoggedItself_HasNoLineOfOthers()
    {
        await using TestApp app = await StartAsync(
            string () => throw new ProviderApiException(Hostile, new IOException(Hostile)),
            builder => builder.Services.AddLinkErrors(options => options.Events = new LinkErrorsEvents { OnResponding = _ => throw new InvalidOperationException() }));

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        LogEntry entry = app.Log.Own.Should().ContainSingle(item => item.EventId.Name == "ResponseFailedCause").Which;
        entry.Exception!.Message.Should().Contain("ERROR forged").And.NotContainAny("\n", "\r", "\u001b", "\u0085", "\u2028");
        entry.Exception.ToString().Should().NotContainAny("\nERROR forged", "\u001b", "\u0085", "\u2028", "\u202e");
    }

    [Fact]
    public async Task Text_OfOthers_IsLoggedUpToABound()
    {
        await using TestApp app = await StartAsync(string () => throw new LinkTokenExpiredException(new string('x', 100_000)));

        using HttpResponseMessage response = await app.Client.GetAsync("/");

        app.Log.Own.Should().ContainSingle().Which.Text.Length.Should().BeLessThan(1000);
    }

    private static Task<TestApp> StartAsync(Delegate endpoint, Action<WebApplicationBuilder>? services = null, string? dialect = null) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", endpoint).WithLinkErrors(dialect: dialect);
        },
        LabSettings.WithClient(),
        services);
}
