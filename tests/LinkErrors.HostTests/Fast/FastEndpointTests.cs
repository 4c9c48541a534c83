using System.Net.Http.Json;
using FastEndpoints;
using FluentValidation;
using LinkErrors.HostTests.Applications;
using LinkErrors.HostTests.Matrix;
using Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.HostTests.Fast;

/// <summary>FastEndpoints writes its own errors: the recipe of docs/other-frameworks.md makes link errors of them.</summary>
public sealed class FastEndpointTests
{
    [Theory]
    [InlineData("/fast/thrown", "Ann", "400 JSON `link_token_expired`")]
    [InlineData("/fast/thrown", "", "400 JSON `missing_fields`")]
    [InlineData("/fast/errors", "Ann", "400 JSON `invalid_request` name")]
    [InlineData("/fast/result", "Ann", "409 JSON `conflict`")]

    // It is sent before anybody sees it.
    [InlineData("/fast/bare", "Ann", "404 empty")]
    [InlineData("/fast/ordinary", "", "400 JSON of the host")]
    public async Task Error_OfFastEndpoints_IsAnsweredSo(string path, string name, string expected)
    {
        await using TestApp app = await TestApp.StartAsync(
            app =>
            {
                app.UseLinkErrors();
                app.UseFastEndpoints(config =>
                {
                    config.Endpoints.Configurator = endpoint =>
                    {
                        if (endpoint.Routes[0] != "/fast/ordinary")
                        {
                            endpoint.Options(builder => builder.WithLinkErrors(LinkEndpointKind.Api));
                        }
                    };
                    FastEndpointErrors.Use(config.Errors);
                });
            },
            HostFlow.Settings,
            builder =>
            {
                builder.Services.AddAuthorization();
                builder.Services.AddFastEndpoints();
                builder.Services.AddLinkErrors(options => options.Map<ValidationException>(ValidationErrors.Read));
            });

        using HttpResponseMessage response = await app.Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), new FastRequest { Name = name });

        HostAnswer answer = await HostAnswer.ReadAsync(response);
        answer.Words.Should().BeEquivalentTo(expected);
        (path == "/fast/ordinary" || !answer.Body.Contains("hunter2", StringComparison.Ordinal)).Should().BeTrue("no text of a validator is sent");
    }

    public sealed class FastRequest
    {
        public string Name { get; set; } = "";
    }

    public sealed class FastRequestValidator : Validator<FastRequest>
    {
        public FastRequestValidator() => RuleFor(request => request.Name).NotEmpty();
    }

    public abstract class FastLink(string route, Func<FastLink, Task> handle) : Endpoint<FastRequest>
    {
        public override void Configure()
        {
            Post(route);
            AllowAnonymous();
        }

        public override Task HandleAsync(FastRequest req, CancellationToken ct) => handle(this);

        protected Task RefuseAsync()
        {
            AddError(request => request.Name, "hunter2 is taken");
            return Send.ErrorsAsync();
        }

        protected Task MissAsync() => Send.NotFoundAsync();

        protected Task SendAsync(IResult result) => Send.ResultAsync(result);

        public sealed class Thrown() : FastLink("/fast/thrown", _ => throw HostEndpoints.Expired);

        public sealed class Errors() : FastLink("/fast/errors", link => link.RefuseAsync());

        public sealed class Bare() : FastLink("/fast/bare", link => link.MissAsync());

        public sealed class Result() : FastLink("/fast/result", link => link.SendAsync(TypedResults.LinkError(LinkErrorDefinitions.Conflict)));

        public sealed class Ordinary() : FastLink("/fast/ordinary", link => link.RefuseAsync());
    }
}
