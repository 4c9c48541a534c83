using LinkErrors.Exceptions;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LinkErrors.Tests.Pipeline;

/// <summary>What an application may change on the way of an error, and what happens when it fails there.</summary>
public sealed class EventsTests
{
    /// <summary>The answer is read before the last handler has run: what handlers have seen is known when the request has ended.</summary>
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task MappingException_SetsAnError_MakesTheExceptionOurs()
    {
        LabAnswer answer = await AskAsync(
            "/ordinary", new LinkErrorsEvents { OnMappingException = context => context.Error = new LinkError(LinkErrorDefinitions.Conflict) });

        answer.Status.Should().Be(409);
    }

    [Fact]
    public async Task MappingException_SetsNull_LeavesTheExceptionToTheHost()
    {
        LabAnswer answer = await AskAsync("/link", new LinkErrorsEvents { OnMappingException = context => context.Error = null });

        answer.Status.Should().Be(500);
        answer.Body.Should().BeEmpty();
    }

    [Fact]
    public async Task Responding_ReplacesTheError_ChangesTheAnswer()
    {
        LabAnswer answer = await AskAsync("/link", new LinkErrorsEvents
        {
            OnResponding = context =>
            {
                context.Exception.Should().BeOfType<LinkTokenExpiredException>();
                context.Error = new LinkError(LinkErrorDefinitions.RateLimited);
                return Task.CompletedTask;
            },
        });

        answer.Status.Should().Be(429);
    }

    [Fact]
    public async Task Responding_HandlesTheResponse_IsTheOnlyAnswer()
    {
        await using TestApp app = await StartAsync(new LinkErrorsEvents
        {
            OnResponding = async context =>
            {
                context.HttpContext.Response.StatusCode = 418;
                await context.HttpContext.Response.WriteAsync("teapot");
                context.HandleResponse();
            },
        });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/link", HttpMethod.Get);
        await _end.Task;

        answer.Status.Should().Be(418);
        answer.Body.Should().Be("teapot");
        app.Log.Own.Select(entry => entry.EventId.Name).Should().Equal("HandledByEvent");
    }

    /// <summary>The word of the handler is final, also where it leaves a status of an error without a body.</summary>
    [Theory]
    [InlineData("/link", 418, 1)]
    [InlineData("/link", 418, 2)]
    [InlineData("/link", 500, 2)]
    [InlineData("/link", 204, 2)]
    [InlineData("/returned", 418, 1)]
    [InlineData("/returned", 404, 2)]
    [InlineData("/converted", 418, 1)]
    [InlineData("/empty", 418, 1)]
    [InlineData("/empty", 404, 2)]
    [InlineData("/interactive" + LabSettings.Flow, 418, 1)]
    [InlineData("/interactive" + LabSettings.Flow, 418, 2)]
    public async Task Responding_HandlesTheResponseWithABareStatus_IsTheOnlyAnswer(string path, int status, int middlewares)
    {
        int calls = 0;
        LinkErrorsEvents events = new()
        {
            OnResponding = context =>
            {
                calls++;
                context.HttpContext.Response.StatusCode = status;
                context.HandleResponse();
                return Task.CompletedTask;
            },
        };
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                for (int count = 1; count < middlewares; count++)
                {
                    app.UseLinkErrors();
                }

                Map(app);
            },
            LabSettings.WithClient(),
            builder => builder.Services.AddLinkErrors(options => options.Events = events));

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);

        answer.Status.Should().Be(status);
        answer.Location.Should().BeNull();
        answer.Body.Should().BeEmpty();
        calls.Should().Be(1);
    }

    [Fact]
    public async Task Responded_AfterTheAnswer_KnowsItAll()
    {
        List<string> seen = [];

        await AskAsync("/link", new LinkErrorsEvents
        {
            OnResponded = context =>
            {
                seen.Add($"{context.Error.Code} {context.Dialect} {context.Delivery} {context.HttpContext.Response.StatusCode} {context.Error.ReferenceId} {context.Exception!.GetType().Name}");
                return Task.CompletedTask;
            },
        });

        seen.Should().Equal($"link_token_expired oauth Json 400 {LabAnswer.TraceId} {nameof(LinkTokenExpiredException)}");
    }

    /// <summary>What a handler needs to know: who is linking, who calls, and what would be sent, and later what was.</summary>
    [Theory]
    [InlineData("/interactive" + LabSettings.Flow, "Interactive client=web target=https://client.example/cb oauth Redirect")]
    [InlineData("/interactive", "Interactive client= target= oauth Json")]
    [InlineData("/link" + LabSettings.Flow, "Api client=web target=https://client.example/cb oauth Json")]
    [InlineData("/dialect" + LabSettings.Flow, "Api client= target= zapier Json")]
    [InlineData("/script" + LabSettings.Flow, "Unspecified client= target= zapier Json")]
    public async Task Responding_OnAnyEndpoint_KnowsFlowDialectAndDelivery(string path, string expected)
    {
        List<string> seen = [];
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient(), builder => builder.Services.AddLinkErrors(options => options.Events = new LinkErrorsEvents
        {
            OnResponding = context =>
            {
                seen.Add($"{context.EndpointKind} client={context.Flow.ClientId} target={context.Flow.Target} {context.Dialect} {context.Delivery}");
                return Task.CompletedTask;
            },
            OnResponded = context =>
            {
                seen.Add($"{context.EndpointKind} client={context.Flow.ClientId} target={context.Flow.Target} {context.Dialect} {context.Delivery}");
                return Task.CompletedTask;
            },
        }));

        await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get, content: null, ("Accept", "application/json"));
        await _end.Task;

        seen.Should().Equal(expected, expected);
    }

    /// <summary>An error that may not be redirected is not, and one that may is, whatever was planned before.</summary>
    [Theory]
    [InlineData("/interactive", "invalid_redirect_uri", 0)]
    [InlineData("/unsafe", "access_denied", 1)]
    public async Task Responding_ReplacesTheError_PlansItsDeliveryAnew(string path, string code, int redirects)
    {
        await using TestApp app = await TestApp.StartAsync(Map, LabSettings.WithClient(), builder => builder.Services.AddLinkErrors(options => options.Events = new LinkErrorsEvents
        {
            OnResponding = context =>
            {
                (context.Delivery == LinkErrorDelivery.Redirect).Should().Be(redirects == 0);
                context.Error = LinkErrorCatalog.Default.Resolve(code).CreateError();
                return Task.CompletedTask;
            },
        }));

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path + LabSettings.Flow, HttpMethod.Get);

        (answer.Location is not null).Should().Be(redirects == 1);
    }

    [Fact]
    public async Task MappingException_OnALinkEndpoint_KnowsItsKind()
    {
        List<LinkEndpointKind> seen = [];

        await AskAsync("/link", new LinkErrorsEvents { OnMappingException = context => seen.Add(context.EndpointKind) });

        seen.Should().Equal(LinkEndpointKind.Api);
    }

    [Fact]
    public async Task EventsType_ThatIsNotRegistered_IsAnsweredPlainlyAndLoggedWithItsCause()
    {
        await using TestApp app = await TestApp.StartAsync(Map, services: builder => builder.Services.AddLinkErrors(options => options.EventsType = typeof(ServiceEvents)));

        foreach (string path in new[] { "/link", "/returned" })
        {
            LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);
            answer.Status.Should().Be(500);
            answer.Body.Should().Be("An unexpected error occurred.");
        }

        app.Log.Own.Select(entry => entry.EventId.Name).Should().Equal("ResponseFailed", "ResponseFailedCause", "ResponseFailed");
    }

    [Fact]
    public async Task Responding_Throws_IsAnsweredPlainlyAndLoggedWithItsCause()
    {
        await using TestApp app = await StartAsync(new LinkErrorsEvents { OnResponding = _ => throw new InvalidOperationException("hunter2") });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/link", HttpMethod.Get);

        answer.Status.Should().Be(500);
        answer.Body.Should().Be("An unexpected error occurred.");
        app.Log.Own.Select(entry => entry.EventId.Name).Should().Equal("ResponseFailed", "ResponseFailedCause");
    }

    [Fact]
    public async Task MappingException_Throws_IsAnsweredAsServerErrorAndLogged()
    {
        await using TestApp app = await StartAsync(new LinkErrorsEvents { OnMappingException = _ => throw new InvalidOperationException("hunter2") });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/link", HttpMethod.Get);

        answer.Status.Should().Be(500);
        answer.Body.Should().StartWith("""{"error":"server_error",""").And.NotContain("hunter2");
        app.Log.Own.Should().Contain(entry => entry.EventId.Name == "MappingFailed");
    }

    /// <summary>A handler that fails is no reason to take an exception from the host that never was ours.</summary>
    [Fact]
    public async Task MappingException_ThrowsForAnExceptionOfTheHost_LeavesItToTheHostAndIsLogged()
    {
        List<Exception> seen = [];
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseExceptionHandler(handler => handler.Run(context =>
                {
                    seen.Add(context.Features.Get<IExceptionHandlerFeature>()!.Error);
                    return context.Response.WriteAsync("handled by the host");
                }));
                Map(app);
            },
            services: builder => builder.Services.AddLinkErrors(options =>
                options.Events = new LinkErrorsEvents { OnMappingException = _ => throw new NotSupportedException("hunter2") }));

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/ordinary", HttpMethod.Get);

        answer.Body.Should().Be("handled by the host");
        seen.Should().ContainSingle().Which.Should().BeOfType<InvalidOperationException>();
        app.Log.Own.Should().ContainSingle().Which.EventId.Name.Should().Be("MappingHandlerFailed");
    }

    [Fact]
    public async Task Responded_Throws_IsLoggedAndTheAnswerStands()
    {
        await using TestApp app = await StartAsync(new LinkErrorsEvents { OnResponded = _ => throw new InvalidOperationException("hunter2") });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/link", HttpMethod.Get);
        await _end.Task;

        answer.Status.Should().Be(400);
        app.Log.Own.Should().ContainSingle(entry => entry.EventId.Name == "RespondedHandlerFailed");
    }

    [Fact]
    public async Task EventsType_FromServices_GoesBeforeTheObject()
    {
        await using TestApp app = await TestApp.StartAsync(Map, services: builder =>
        {
            builder.Services.AddSingleton(new LinkErrorDefinition("from_services") { StatusCode = 451 });
            builder.Services.AddLinkErrors(options => options.Events = new LinkErrorsEvents { OnResponding = _ => throw new InvalidOperationException() })
                .AddEvents<ServiceEvents>();
        });

        LabAnswer answer = await LabAnswer.AskAsync(app.Client, "/link", HttpMethod.Get);

        answer.Status.Should().Be(451);
    }

    [Fact]
    public async Task EventsType_OfAnotherKind_StopsTheStart()
    {
        Func<Task> act = () => TestApp.StartAsync(Map, services: builder => builder.Services.AddLinkErrors(options => options.EventsType = typeof(string)));

        (await act.Should().ThrowAsync<OptionsValidationException>()).WithMessage("*LinkErrors:EventsType is 'System.String'*AddEvents*");
    }

    private async Task<LabAnswer> AskAsync(string path, LinkErrorsEvents events)
    {
        await using TestApp app = await StartAsync(events);
        LabAnswer answer = await LabAnswer.AskAsync(app.Client, path, HttpMethod.Get);
        await _end.Task;
        return answer;
    }

    private Task<TestApp> StartAsync(LinkErrorsEvents events) =>
        TestApp.StartAsync(Map, services: builder => builder.Services.AddLinkErrors(options => options.Events = events));

    private void Map(WebApplication app)
    {
        app.Use(next => async context =>
        {
            try
            {
                await next(context);
            }
            finally
            {
                _end.TrySetResult();
            }
        });
        app.UseLinkErrors();
        app.MapGet("/link", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/ordinary", string () => throw new InvalidOperationException());
        app.MapGet("/returned", () => TypedResults.LinkError(LinkErrorDefinitions.Conflict)).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/converted", () => TypedResults.NotFound()).WithLinkErrors(LinkEndpointKind.Api);
        app.MapGet("/interactive", () => TypedResults.LinkError(LinkErrorDefinitions.Conflict)).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/unsafe", () => TypedResults.LinkError(LinkErrorDefinitions.InvalidRedirectUri)).WithLinkErrors(LinkEndpointKind.Interactive);
        app.MapGet("/dialect", () => TypedResults.LinkError(LinkErrorDefinitions.Conflict)).WithLinkErrors(LinkEndpointKind.Api, "zapier");
        app.MapGet("/script", () => TypedResults.LinkError(LinkErrorDefinitions.Conflict)).WithLinkErrors(dialect: "zapier");
        app.MapGet("/empty", context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        }).WithLinkErrors(LinkEndpointKind.Api);
    }

    private sealed class ServiceEvents(LinkErrorDefinition definition) : LinkErrorsEvents
    {
        public override Task Responding(LinkErrorRespondingContext context)
        {
            context.Error = new LinkError(definition);
            return Task.CompletedTask;
        }
    }
}
