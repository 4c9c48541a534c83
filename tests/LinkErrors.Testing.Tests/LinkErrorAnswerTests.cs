using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LinkErrors.Dialects;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Testing.Tests;

/// <summary>Every delivery of every dialect is read as what was sent.</summary>
public sealed class LinkErrorAnswerTests
{
    private const string Target = "https://client.example/cb";
    private const string State = "a+b \"<c>&é";
    private const string LogoutForm = "<form method=\"post\" action=\"/logout\"><input type=\"hidden\" name=\"token\" value=\"t\"></form>";

    public static TheoryData<string> Dialects => [.. LinkErrorDialects.All.Select(dialect => dialect.Name)];

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Redirect_InAnyDialect_HasTargetParametersAndError(string dialect)
    {
        LinkErrorAnswer answer = await AskAsync(dialect, new LinkFlowRequest());

        answer.Should().BeEquivalentTo(new { Delivery = LinkErrorDelivery.Redirect, Target, Heading = (string?)null });
        answer.StatusCode.Should().BeInRange(302, 307);
        answer.Parameters.Should().NotBeEmpty();
        answer.Error!.Origin!.Dialect.Should().Be(dialect);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Json_InAnyDialect_HasStatusAndError(string dialect)
    {
        LinkErrorAnswer answer = await AskAsync(dialect, new LinkFlowRequest(), "/api");

        answer.Should().BeEquivalentTo(new { Delivery = LinkErrorDelivery.Json, Target = (string?)null, StatusCode = dialect == "junction" ? 200 : answer.Error!.StatusCode }, "junction answers errors with a success");
        answer.Parameters.Should().BeEmpty();
        answer.Error!.Origin!.Dialect.Should().Be(dialect);
    }

    [Theory]
    [InlineData("query", LinkErrorDelivery.Redirect, 302)]
    [InlineData("fragment", LinkErrorDelivery.FragmentRedirect, 302)]
    [InlineData("form_post", LinkErrorDelivery.FormPost, 200)]
    [InlineData("web_message", LinkErrorDelivery.WebMessage, 200)]
    public async Task Delivery_OfAResponseMode_IsToldWithTheSameParameters(string mode, LinkErrorDelivery delivery, int status)
    {
        LinkErrorAnswer answer = await AskAsync("oauth", new LinkFlowRequest { ResponseMode = mode, State = State });

        answer.Should().BeEquivalentTo(new { Delivery = delivery, StatusCode = status, Target });
        answer.Parameters.Select(parameter => (parameter.Name, parameter.Value)).Should().Equal(
            ("error", "access_denied"), ("error_description", "The request was denied."), ("state", State));
        answer.Exception.Should().BeOfType<AccessDeniedException>().Which.Error.State.Should().Be(State);
        answer.Exception.Should().BeSameAs(answer.Exception);
    }

    [Theory]
    [InlineData("https://client.example/cb?tenant=1", LinkErrorDelivery.Redirect, "query")]
    [InlineData("https://client.example/cb?tenant=1", LinkErrorDelivery.WebMessage, "web_message")]
    public async Task Query_OfTheRegisteredUri_IsOneOfTheParameters(string uri, LinkErrorDelivery delivery, string mode)
    {
        LinkErrorAnswer answer = await AskAsync("oauth", new LinkFlowRequest { ResponseMode = mode }, uri: uri);

        answer.Should().BeEquivalentTo(new { Delivery = delivery, Target });
        answer.Parameters[0].Should().Be(new LinkErrorParameter("tenant", "1"));
    }

    [Fact]
    public async Task Page_ForPeople_HasAHeadingAndNoError()
    {
        await using TestApp app = await StartAsync("oauth");
        using HttpRequestMessage request = new(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" }, { "Accept-Language", "de" } } };
        using HttpResponseMessage response = await app.Client.SendAsync(request);

        LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response);

        answer.Should().BeEquivalentTo(new { Delivery = LinkErrorDelivery.Html, StatusCode = 400, Error = (LinkError?)null, Exception = (LinkException?)null, Target = (string?)null });
        answer.Heading.Should().Be("Der Zugriff wurde nicht gewährt");
        answer.ToString().Should().Be("Html 400: Der Zugriff wurde nicht gewährt");
    }

    // htmx goes where a header says, and sees no redirect.
    [Theory]
    [InlineData("query", LinkErrorDelivery.Redirect)]
    [InlineData("fragment", LinkErrorDelivery.FragmentRedirect)]
    public async Task Redirect_ForHtmx_IsOne(string mode, LinkErrorDelivery delivery)
    {
        await using TestApp app = await StartAsync("oauth", services => services.AddTestLinkFlow(new LinkClient("client", [Target]), new LinkFlowRequest { ResponseMode = mode, State = State }));
        using HttpRequestMessage request = new(HttpMethod.Get, "/") { Headers = { { "HX-Request", "true" } } };
        using HttpResponseMessage response = await app.Client.SendAsync(request);

        LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response);

        answer.Should().BeEquivalentTo(new { Delivery = delivery, StatusCode = 200, Target });
        answer.Exception.Should().BeOfType<AccessDeniedException>().Which.Error.State.Should().Be(State);
    }

    // A page of the application itself has forms of its own.
    [Theory]
    [InlineData(LogoutForm)]
    [InlineData("<form method=\"post\" action=\"/logout\"></form>" + LogoutForm)]
    public async Task Page_WithAFormOfItsOwn_IsAPage(string forms)
    {
        using HttpResponseMessage response = CreatePage(HttpStatusCode.BadRequest, $"<h1>Sorry</h1>{forms}");

        LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response);

        answer.Should().BeEquivalentTo(new { Delivery = LinkErrorDelivery.Html, StatusCode = 400, Heading = "Sorry", Target = (string?)null });
    }

    [Fact]
    public async Task Form_BehindOneOfTheApplication_IsFound()
    {
        using HttpResponseMessage response = CreatePage(
            HttpStatusCode.OK, LogoutForm + "<form method=\"post\" action=\"https://client.example/cb\"><input type=\"hidden\" name=\"error\" value=\"access_denied\"></form>");

        LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response);

        answer.Should().BeEquivalentTo(new { Delivery = LinkErrorDelivery.FormPost, StatusCode = 200, Target });
        answer.Parameters.Should().Equal(new LinkErrorParameter("error", "access_denied"));
    }

    [Fact]
    public async Task Content_ThatWasRead_StaysReadable()
    {
        await using TestApp app = await StartAsync("oauth");
        using HttpResponseMessage response = await app.Client.GetAsync("/api");

        await LinkErrorAnswer.ReadAsync(response);

        (await response.Content.ReadAsStringAsync()).Should().Be("""{"error":"access_denied","error_description":"The request was denied."}""");
    }

    [Fact]
    public async Task Error_OfTheApplicationItself_IsReadWithItsCatalog()
    {
        LinkErrorDefinition own = new("device_offline") { StatusCode = 409, ExceptionFactory = static (error, cause) => new DeviceOfflineException(error, cause) };
        await using TestApp app = await TestApp.StartAsync(
            app => app.UseLinkErrors().UseRouting().UseEndpoints(endpoints =>
                endpoints.MapGet("/", string () => throw new LinkException(own)).WithLinkErrors(LinkEndpointKind.Api, "problem-details")),
            services: builder => builder.Services.AddLinkErrors().AddError(own));
        using HttpResponseMessage response = await app.Client.GetAsync("/");

        LinkErrorAnswer answer = await LinkErrorAnswer.ReadAsync(response, new LinkErrorReaderOptions { Catalog = LinkErrorCatalog.Default.Add(own) });

        answer.Exception.Should().BeOfType<DeviceOfflineException>();
        answer.ToString().Should().StartWith("Json 409: device_offline");
    }

    [Theory]
    [InlineData(200, "text/plain", "linked", null, "cannot be read as one (*200 OK, text/plain, body 'linked'*")]
    [InlineData(200, "text/html", "<h1>Linked</h1>", null, "is a page, and its status no error: 200 OK, text/html, body '<h1>Linked</h1>'*AllowAutoRedirect = false*")]
    [InlineData(200, "text/html", LogoutForm, null, "is a page, and its status no error: 200 OK*")]
    [InlineData(302, null, "", "https://client.example/cb?code=1", "redirects without an error: 302 Found, Location https://client.example/cb?code=1, no content type*")]
    [InlineData(302, null, "", null, "has no Location: 302 Found, no content type*")]
    public async Task Response_ThatIsNoLinkError_IsShownInTheMessage(int status, string? type, string body, string? location, string message)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        response.Content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        if (location is not null)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        await FluentActions.Awaiting(() => LinkErrorAnswer.ReadAsync(response)).Should().ThrowAsync<InvalidOperationException>().WithMessage("A link error was expected, but the response " + message);
    }

    [Fact]
    public async Task Body_ThatIsLong_IsCutInTheMessage()
    {
        using HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StringContent(new string('x', 5000)) };

        (await FluentActions.Awaiting(() => LinkErrorAnswer.ReadAsync(response)).Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("xxx …'").And.Match(message => message.Length < 1000);
    }

    [Fact]
    public async Task Redirect_ForHtmxWithoutAnError_IsShownInTheMessage()
    {
        using HttpResponseMessage response = new(HttpStatusCode.OK) { Headers = { { "HX-Redirect", "https://client.example/cb?code=1" } }, Content = new ByteArrayContent([]) };

        await FluentActions.Awaiting(() => LinkErrorAnswer.ReadAsync(response)).Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("A link error was expected, but the response redirects without an error: 200 OK, HX-Redirect https://client.example/cb?code=1, no content type*");
    }

    private static HttpResponseMessage CreatePage(HttpStatusCode status, string html) => new(status) { Content = new StringContent(html, Encoding.UTF8, "text/html") };

    private static async Task<LinkErrorAnswer> AskAsync(string dialect, LinkFlowRequest request, string path = "/", string uri = Target)
    {
        await using TestApp app = await StartAsync(dialect, services => services.AddTestLinkFlow(new LinkClient("client", [uri]), request));
        using HttpResponseMessage response = await app.Client.GetAsync(path);
        return await LinkErrorAnswer.ReadAsync(response, new LinkErrorReaderOptions { Dialect = LinkErrorDialects.All.Single(known => known.Name == dialect) });
    }

    private static Task<TestApp> StartAsync(string dialect, Action<IServiceCollection>? services = null) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", IResult () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Interactive, dialect);
            app.MapGet("/api", IResult () => throw new AccessDeniedException()).WithLinkErrors(LinkEndpointKind.Api, dialect);
        },
        services: builder => services?.Invoke(builder.Services));

    private sealed class DeviceOfflineException : LinkException
    {
        public DeviceOfflineException(LinkError error, Exception? cause)
            : base(error, null, cause)
        {
        }
    }
}
