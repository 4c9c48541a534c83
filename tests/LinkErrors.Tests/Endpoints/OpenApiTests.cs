using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Swashbuckle.AspNetCore.Swagger;

namespace LinkErrors.Tests.Endpoints;

/// <summary>Both generators read the error responses from the metadata of the endpoints, without a word from the application.</summary>
public sealed class OpenApiTests
{
    public static TheoryData<string> Generators => ["Microsoft", "Swashbuckle"];

    [Theory]
    [MemberData(nameof(Generators))]
    public async Task Document_OfErrorLab_IsValidAndNamesTheErrorResponses(string generator)
    {
        await using LabHost lab = new();
        await using WebApplicationFactory<Program> host = lab.WithWebHostBuilder(builder => builder.ConfigureTestServices(AddGenerators));

        OpenApiDocument document = await GenerateAsync(host.Services, generator);

        OpenApiResponses responses = document.Paths["/check"].Operations![HttpMethod.Post].Responses!;
        responses.Keys.Should().BeEquivalentTo("200", "400", "500");
        responses["400"].Description.Should().Contain("`invalid_request`");
    }

    [Theory]
    [InlineData("Microsoft", "/expired", "400", "`invalid_grant` for `link_token_expired`", "error")]
    [InlineData("Swashbuckle", "/expired", "400", "`invalid_grant` for `link_token_expired`", "error")]
    [InlineData("Microsoft", "/expired", "400", "`invalid_request` for `conflict`", "error")]
    [InlineData("Microsoft", "/junction", "200", "`token_expired` for `link_token_expired`", "error_type")]
    [InlineData("Swashbuckle", "/junction", "200", "`token_expired` for `link_token_expired`", "error_type")]
    [InlineData("Microsoft", "/typed", "500", "`server_error`", "error_description")]
    [InlineData("Swashbuckle", "/typed", "500", "`server_error`", "error_description")]
    [InlineData("Microsoft", "/model/query", "422", "`requestParametersInvalid`", "title")]
    [InlineData("Swashbuckle", "/model/query", "422", "`requestParametersInvalid`", "title")]
    public async Task Response_OfALinkEndpoint_HasCodesAndSchemaOfTheDialect(string generator, string path, string status, string codes, string member)
    {
        await using TestApp app = await StartAsync();

        OpenApiDocument document = await GenerateAsync(app.Services, generator);

        IOpenApiResponse response = document.Paths[path].Operations![HttpMethod.Get].Responses![status];
        response.Description.Should().Contain(codes);
        response.Content!["application/json"].Schema!.Properties!.Keys.Should().Contain(member);
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public async Task Responses_OfOtherEndpoints_AreTheirOwn(string generator)
    {
        await using TestApp app = await StartAsync();

        OpenApiDocument document = await GenerateAsync(app.Services, generator);

        document.Paths["/ordinary"].Operations![HttpMethod.Get].Responses!.Keys.Should().Equal("200");
        document.Paths["/disabled"].Operations![HttpMethod.Get].Responses!.Keys.Should().Equal("200");
        document.Paths["/model/query"].Operations![HttpMethod.Get].Responses!.Keys.Should().Contain("200");
        document.Paths["/interactive"].Operations![HttpMethod.Get].Responses!.Keys.Should().Contain("302");
        document.Paths["/own"].Operations![HttpMethod.Get].Responses!["400"].Description.Should().NotContain("Link error");
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single(endpoint => endpoint.DisplayName!.Contains("/own", StringComparison.Ordinal))
            .Metadata.OfType<IProducesResponseTypeMetadata>().Select(response => response.StatusCode).Should().OnlyHaveUniqueItems("generators differ in which of two they show");
    }

    /// <summary>Endpoints are described while the application starts: a dialect of its own that fails costs the description, no more.</summary>
    [Fact]
    public async Task Dialect_ThatFails_LeavesTheEndpointUndescribed()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/stub", () => "ok").WithLinkErrors(LinkEndpointKind.Api, "stub");
            },
            services: builder =>
            {
                AddGenerators(builder.Services);
                builder.Services.AddLinkErrors().AddDialect(new StubDialect("stub") { StatusCode = () => throw new InvalidOperationException() });
            });

        OpenApiDocument document = await GenerateAsync(app.Services, "Microsoft");

        document.Paths["/stub"].Operations![HttpMethod.Get].Responses!.Keys.Should().Equal("200");
        app.Log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "DocumentationFailed").Which.Text.Should().Contain("dialect stub");
        (await app.Client.GetStringAsync("/stub")).Should().Be("ok");
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/ordinary", () => "ok");
            app.MapGet("/expired", () => "ok").WithLinkErrors(LinkEndpointKind.Api).ProducesLinkErrors(LinkErrorDefinitions.LinkTokenExpired, LinkErrorDefinitions.Conflict);
            app.MapGet("/junction", IResult () => TypedResults.NoContent()).ProducesLinkErrors(LinkErrorDefinitions.LinkTokenExpired).WithLinkErrors(LinkEndpointKind.Api, "junction");
            app.MapGet("/interactive", () => "ok").WithLinkErrors(LinkEndpointKind.Interactive, "zapier");
            app.MapGet("/typed", Results<Ok<string>, LinkErrorResult> () => TypedResults.Ok("ok"));
            app.MapGet("/own", () => "ok").Produces(400).WithLinkErrors(LinkEndpointKind.Api);
            app.MapGroup("/").WithLinkErrors().MapGet("/disabled", () => "ok").DisableLinkErrors();
            app.MapControllers();
        },
        services: builder =>
        {
            AddGenerators(builder.Services);
            builder.Services.AddLinkErrors().AddMvcErrors();
            builder.Services.AddControllers().AddApplicationPart(typeof(Mvc.ModelStateController).Assembly);
        });

    private static void AddGenerators(IServiceCollection services)
    {
        services.AddOpenApi();
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options => options.ResolveConflictingActions(actions => actions.First()));
    }

    /// <summary>The document as a client gets it: written and read again, which finds every broken rule that the reader knows.</summary>
    private static async Task<OpenApiDocument> GenerateAsync(IServiceProvider services, string generator)
    {
        using IServiceScope scope = services.CreateScope();
        OpenApiDocument document = generator == "Microsoft"
            ? await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync()
            : scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        ReadResult read = OpenApiDocument.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1), "json");
        read.Diagnostic!.Errors.Should().BeEmpty();
        read.Document!.Paths.Should().HaveCount(document.Paths.Count);
        return read.Document;
    }
}
