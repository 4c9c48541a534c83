using System.Diagnostics.CodeAnalysis;
using LinkErrors.Exceptions;
using LinkErrors.Flows;
using LinkErrors.Tests.Handling;
using LinkErrors.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LinkErrors.Tests.Hosting;

/// <summary>A line that was forgotten, or stands in the wrong place, is not silent: it is named once.</summary>
public sealed class SetupCheckTests
{
    [Theory]
    [InlineData("missing", "MiddlewareMissing", "*app.UseLinkErrors();*")]
    [InlineData("behind", "MiddlewareBehindEndpoints", "*Move 'app.UseLinkErrors();'*in front of UseEndpoints*")]
    [InlineData("in front", null, "")]
    [InlineData("in a branch", null, "")]
    [SuppressMessage("Usage", "ASP0014", Justification = "Only endpoints that are mapped so can be in front of a middleware.")]
    public async Task UseLinkErrors_WhereverItStands_IsNamedOnceIfItDoesNotAnswer(string place, string? expected, string text)
    {
        await using TestApp app = await TestApp.StartAsync(app =>
        {
            switch (place)
            {
                case "in front":
                    app.UseLinkErrors();
                    break;
                case "in a branch":
                    app.UseWhen(context => context.Request.Path.StartsWithSegments("/link", StringComparison.Ordinal), branch => branch.UseLinkErrors());
                    break;
            }

            app.UseRouting();
            app.UseEndpoints(endpoints =>
            {
                endpoints.MapGet("/ok", () => "ok").DisableLinkErrors();
                endpoints.MapGet("/link", string () => throw new LinkTokenExpiredException()).WithLinkErrors(LinkEndpointKind.Api);
                endpoints.MapGet("/link/returned", () => TypedResults.LinkError(LinkErrorDefinitions.Conflict)).WithLinkErrors(LinkEndpointKind.Api);
            });
            if (place == "behind")
            {
                app.UseLinkErrors();
            }
        });

        foreach (string path in new[] { "/ok", "/nowhere", "/link/returned", "/link", "/link" })
        {
            await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        }

        await app.DisposeAsync();
        LogEntry[] said = [.. app.Log.Own.Where(entry => entry.EventId.Id is >= 40 and <= 49)];
        said.Select(entry => entry.EventId.Name).Should().Equal(expected is null ? [] : [expected]);
        foreach (LogEntry entry in said)
        {
            entry.Text.Should().Match(text);
        }
    }

    [Theory]
    [InlineData(false, false, "MiddlewareMissing MvcErrorsMissing")]
    [InlineData(false, true, "MvcErrorsMissing")]
    [InlineData(true, true, "")]
    public async Task LinkErrorsAttribute_OnControllers_NamesTheLineThatIsMissing(bool addsMvcErrors, bool usesMiddleware, string expected)
    {
        await using TestApp app = await StartWithControllersAsync(usesMiddleware, builder => _ = addsMvcErrors ? builder.AddMvcErrors() : builder);

        app.Log.Own.Where(entry => entry.EventId.Id is >= 40 and <= 49).Select(entry => entry.EventId.Name).Should().Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>An application that answers the exceptions of its controllers by a filter needs no middleware for them.</summary>
    [Fact]
    public async Task LinkErrorsAttribute_WithTheExceptionFilter_NeedsNoMiddleware()
    {
        await using TestApp app = await StartWithControllersAsync(usesMiddleware: false, builder => builder.AddMvcErrors(handleExceptions: true));

        app.Log.Own.Should().NotContain(entry => entry.EventId.Id >= 40 && entry.EventId.Id <= 49);
    }

    /// <summary>Whoever registers a store of his own and keeps clients in the settings waits for redirects that never come.</summary>
    [Theory]
    [InlineData(true, true, "Client phone of the settings is not known to the client store StubClientStore, *Clients beside it: 1.")]
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    public async Task ClientsOfTheSettings_BesideAStoreOfTheApplication_AreNamedOnce(bool hasStore, bool hasClients, string? expected)
    {
        await using TestApp app = await TestApp.StartAsync(
            app => app.UseLinkErrors(),
            hasClients ? LabSettings.WithClient(("Clients:phone:RedirectUris:0", "https://phone.example/cb")) : null,
            builder =>
            {
                builder.Services.AddLinkErrors();
                _ = hasStore ? builder.Services.AddSingleton<ILinkClientStore>(new StubClientStore(_ => default)) : builder.Services;
            });

        IEnumerable<string> said = app.Log.Own.Where(entry => entry.EventId.Name == "ClientsUnused").Select(entry => entry.Text);
        if (expected is null)
        {
            said.Should().BeEmpty();
        }
        else
        {
            said.Should().ContainSingle().Which.Should().Match(expected);
        }
    }

    private static Task<TestApp> StartWithControllersAsync(bool usesMiddleware, Action<LinkErrorsBuilder> configure) => TestApp.StartAsync(
        app =>
        {
            if (usesMiddleware)
            {
                app.UseLinkErrors();
            }

            app.MapControllers();
        },
        services: builder =>
        {
            builder.Services.AddControllers().AddApplicationPart(typeof(MarkedController).Assembly);
            configure(builder.Services.AddLinkErrors());
        });
}
