using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Pipeline;

/// <summary>Where the host has a service for problem details, its customisations hold for link errors too.</summary>
public sealed class HostProblemDetailsTests
{
    [Fact]
    public async Task ProblemDetails_WithTheServiceOfTheHost_AreCustomised()
    {
        await using TestApp app = await StartAsync("problem-details");

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get);

        answer.Status.Should().Be(400);
        answer.MediaType.Should().StartWith("application/problem+json");
        answer.Headers.Should().Contain("Cache-Control", "no-store");
        answer.Body.Should().Contain("\"instance\":\"node 7\"").And.Contain("\"code\":\"missing_fields\"").And.Contain("\"fields\":[\"name\"]")
            .And.Contain("\"status\":400").And.Contain(LabAnswer.TraceId).And.Contain("MissingFieldsException");
    }

    [Fact]
    public async Task ProblemDetails_ThatTheServiceDoesNotWrite_AreWrittenAllTheSame()
    {
        await using TestApp app = await StartAsync("problem-details");

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get, content: null, ("Accept", "image/png"));

        answer.Body.Should().StartWith("""{"type":"about:blank",""").And.NotContain("node 7").And.Contain("missing_fields");
    }

    [Fact]
    public async Task OtherDialects_WithTheServiceOfTheHost_AreWrittenByThemselves()
    {
        await using TestApp app = await StartAsync("oauth");

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get);

        answer.Body.Should().Be("""{"error":"invalid_request","error_description":"Required fields are missing: name."}""");
    }

    /// <summary>As MVC's writer does without a formatter for what is asked: it says that it writes, and writes nothing.</summary>
    [Fact]
    public async Task ProblemDetails_ThatAWriterTakesAndDoesNotWrite_AreWrittenAllTheSame()
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.MapGet("/", string () => throw new MissingFieldsException { Fields = ["name"] }).WithLinkErrors(LinkEndpointKind.Api, "problem-details");
            },
            services: builder => builder.Services.AddSingleton<IProblemDetailsWriter, SilentWriter>().AddProblemDetails());

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/", HttpMethod.Get);

        answer.MediaType.Should().StartWith("application/problem+json");
        answer.Body.Should().Contain("missing_fields");
    }

    private static Task<TestApp> StartAsync(string dialect) => TestApp.StartAsync(
        app =>
        {
            app.UseLinkErrors();
            app.MapGet("/", string () => throw new MissingFieldsException { Fields = ["name"] }).WithLinkErrors(LinkEndpointKind.Api, dialect);
        },
        services: builder => builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Instance = "node 7";
            context.ProblemDetails.Extensions["thrown"] = context.Exception?.GetType().Name;
        }));

    private sealed class SilentWriter : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => true;

        public ValueTask WriteAsync(ProblemDetailsContext context) => ValueTask.CompletedTask;
    }
}
