using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Matrix;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OData;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData.ModelBuilder;

namespace LinkErrors.HostTests.OData;

/// <summary>OData returns errors in types of its own, and puts one into the type of a model state that is none.</summary>
public sealed class ODataTests
{
    [Theory]
    [InlineData("/odata/Items", "200 JSON of the host", "value")]
    [InlineData("/odata/Items(1)", "400 JSON `invalid_request`", "The key is out of range.")]
    [InlineData("/odata/Items(404)", "404 JSON `not_found`", "There is no such item.")]
    [InlineData("/odata/Items(409)", "409 JSON `conflict`", "Somebody else has changed the item.")]
    [InlineData("/odata/Items(422)", "422 JSON `unprocessable_entity`", "The item cannot be so.")]
    [InlineData("/odata/Items(500)", "500 JSON `server_error`", "server_error")]
    [InlineData("/odata/Items?$filter=Nowhere eq 1", "400 JSON `invalid_request`", "The query specified in the URI is not valid.")]
    public async Task Error_OfOData_KeepsItsText(string path, string expected, string text)
    {
        await using TestApp app = await StartAsync();

        HostAnswer answer = await AskAsync(app, HttpMethod.Get, path);

        answer.Words.Should().Be(expected);
        answer.Body.Should().Contain(text).And.NotContain("hunter2").And.NotContainEquivalentOf("stacktrace").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("{}", "Name")]
    [InlineData("""{"Name":1}""", "invalid_request")]
    public async Task Body_ThatIsNotValid_NamesItsFields(string body, string field)
    {
        await using TestApp app = await StartAsync();

        HostAnswer answer = await AskAsync(app, HttpMethod.Post, "/odata/Items", body);

        answer.Words.Should().StartWith("400 JSON `invalid_request`");
        answer.Body.Should().Contain(field).And.NotContainEquivalentOf("stacktrace");
    }

    [Fact]
    public async Task Error_InABrowser_LeadsToTheClient()
    {
        await using TestApp app = await StartAsync();

        HostAnswer answer = await AskAsync(app, HttpMethod.Get, $"/odata/Items(1){HostFlow.Query}", accept: "text/html");

        (answer.Words, answer.State).Should().Be(("302 client `invalid_request`", HostFlow.State));
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapControllers();
        },
        HostFlow.Settings,
        builder =>
        {
            ODataConventionModelBuilder model = new();
            model.EntitySet<LinkItem>("Items");
            builder.Services.AddControllers(options => options.Filters.Add<ODataErrorFilter>())
                .ConfigureApplicationPartManager(ControllerParts.Only<ItemsController>)
                .AddOData(options => options.Filter().AddRouteComponents("odata", model.GetEdmModel()));
            builder.Services.AddLinkErrors().AddMvcErrors();
        });

    private static async Task<HostAnswer> AskAsync(TestApp app, HttpMethod method, string path, string? body = null, string accept = "application/json")
    {
        using HttpRequestMessage request = new(method, new Uri(app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Content = body is null ? null : new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await app.Client.SendAsync(request);
        return await HostAnswer.ReadAsync(response);
    }
}
